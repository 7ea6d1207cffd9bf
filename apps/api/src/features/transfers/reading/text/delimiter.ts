import { CsvParser } from "./csvParser.js";

/** The delimiters that are looked for, the likelier ones first. */
export const delimiters = [",", ";", "\t", "|"] as const;

/** What the start of a text file says about its delimiter. */
export interface DetectedDelimiter {
  delimiter: string;
  /** Length of a `sep=` line with its line end; 0 where there is none. */
  separatorLineLength: number;
}

const SEPARATOR_LINE = /^"?sep=([^\r\n"])"?[,;\t|]*(?:\r\n|\n|\r|$)/i;
const RECORDS = 200;

/**
 * The delimiter a `sep=` line names, else the one that splits the most records of the sample into the
 * same number of cells. `whole` says that the sample is the whole file.
 */
export function detectDelimiter(sample: string, whole: boolean): DetectedDelimiter {
  const separator = SEPARATOR_LINE.exec(sample);
  if (separator?.[1] !== undefined) {
    return { delimiter: separator[1], separatorLineLength: separator[0].length };
  }
  const counted = delimiters.map((delimiter) => ({
    delimiter,
    counts: cellCounts(sample, delimiter, whole),
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
    // A delimiter that splits the header as it splits the rest: commas in addresses do not.
    const score = share + (counts[firstSplit] === width ? 0.5 : 0);
    if (score > best.score || (score === best.score && width > best.width)) {
      best = { delimiter, score, width };
    }
  }
  return { delimiter: best.delimiter, separatorLineLength: 0 };
}

function cellCounts(sample: string, delimiter: string, whole: boolean): number[] {
  try {
    const parser = new CsvParser(delimiter, sample.length + 1, sample.length + 1);
    const rows = parser.write(sample);
    if (whole) rows.push(...parser.end());
    if (rows.length > 0) return rows.slice(0, RECORDS).map((row) => row.cells.length);
  } catch {
    // A broken quote is told of when the rows are read; here lines are as good.
  }
  const lines = sample.split(/\r\n|\n|\r/).filter((line) => line !== "");
  return lines.slice(0, RECORDS).map((line) => line.split(delimiter).length);
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
