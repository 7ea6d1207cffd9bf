import type { RawRow } from "../row.js";
import { CsvParser } from "./csvParser.js";
import type { TextQuoting } from "./quoting.js";

/** The delimiters that are tried, the likelier ones first. */
export const delimiters = [",", ";", "\t", "|"] as const;

/** What the start of a text file suggests about its delimiter. */
export interface DetectedDelimiter {
  delimiter: string;
  /** The length of a `sep=` line with its line end; 0 where there is none. */
  separatorLineLength: number;
  quoting: TextQuoting;
}

const SEPARATOR_LINE = /^"?sep=([^\r\n"])"?[,;\t|]*(?:\r\n|\n|\r|$)/i;
const RECORDS = 200;

/**
 * The delimiter a `sep=` line names, else the one that splits the most records of the sample into the
 * same number of cells; and how quotes are written. `whole` says that the sample is the whole file.
 */
export function detectDelimiter(
  sample: string,
  whole: boolean,
  chosen: { delimiter?: string; quoting?: TextQuoting } = {},
): DetectedDelimiter {
  const separator = SEPARATOR_LINE.exec(sample);
  const separatorLineLength = separator ? separator[0].length : 0;
  const named = chosen.delimiter ?? separator?.[1];
  const escapes = sample.includes('\\"');
  const quotings: TextQuoting[] = chosen.quoting
    ? [chosen.quoting]
    : escapes
      ? ["double", "backslash"]
      : ["double"];
  const [best] = quotings
    .map((quoting) => {
      const delimiter = named ?? likeliestDelimiter(sample, whole, quoting);
      return { delimiter, quoting, broken: brokenRows(sample, whole, delimiter, quoting) };
    })
    .sort((a, b) => a.broken - b.broken);
  return {
    delimiter: best?.delimiter ?? ",",
    quoting: best?.quoting ?? "double",
    separatorLineLength,
  };
}

function likeliestDelimiter(sample: string, whole: boolean, quoting: TextQuoting): string {
  const counted = delimiters.map((delimiter) => ({
    delimiter,
    counts: rowsOf(sample, whole, delimiter, quoting).map((row) => row.cells.length),
  }));
  const firstSplit = Math.min(
    ...counted
      .map(({ counts }) => counts.findIndex((count) => count > 1))
      .filter((index) => index >= 0),
  );
  let best = { delimiter: ",", score: 0, width: 1 };
  for (const { delimiter, counts } of counted) {
    const { width, share } = commonWidth(counts);
    if (width < 2) continue;
    // A delimiter that splits the header like the rows below: commas in addresses do not.
    const score = share + (counts[firstSplit] === width ? 0.5 : 0);
    if (score > best.score || (score === best.score && width > best.width)) {
      best = { delimiter, score, width };
    }
  }
  return best.delimiter;
}

/** The number of rows in the sample with quotes that are not escaped in this way. */
function brokenRows(
  sample: string,
  whole: boolean,
  delimiter: string,
  quoting: TextQuoting,
): number {
  return rowsOf(sample, whole, delimiter, quoting).filter((row) => row.issues).length;
}

function rowsOf(sample: string, whole: boolean, delimiter: string, quoting: TextQuoting): RawRow[] {
  const parser = new CsvParser(delimiter, sample.length + 1, sample.length + 1, quoting);
  const rows = parser.write(sample);
  // A record that is cut off at the end of the sample does not count, unless there is no other.
  if (whole || rows.length === 0) rows.push(...parser.end());
  return rows.slice(0, RECORDS);
}

function commonWidth(counts: number[]): { width: number; share: number } {
  const seen = new Map<number, number>();
  for (const count of counts) if (count > 1) seen.set(count, (seen.get(count) ?? 0) + 1);
  let width = 1;
  let times = 0;
  for (const [count, often] of seen) {
    if (often > times || (often === times && count > width)) {
      width = count;
      times = often;
    }
  }
  return { width, share: times / Math.max(counts.length, 1) };
}
