import { open } from "node:fs/promises";
import { isErrorLiteral } from "@clientela/shared/sheets/formulaText";
import { cellIssue, cleanText } from "../cellText.js";
import type { ReadLimits } from "../limits.js";
import type { RawRow } from "../row.js";
import type { SheetInfo } from "../sheetInfo.js";
import type { RowSource, TextDoubt, TextTraits } from "../source.js";
import { CsvParser } from "./csvParser.js";
import { detectDelimiter } from "./delimiter.js";
import {
  byteChunks,
  checkEncoding,
  decoderOf,
  detectEncoding,
  type TextEncoding,
} from "./encoding.js";
import type { TextQuoting } from "./quoting.js";

/** What a person chose for a text file. */
export interface TextChoice {
  encoding?: TextEncoding;
  delimiter?: string;
  quoting?: TextQuoting;
  /** Whether to read on although characters were lost. */
  acceptReplacement?: boolean;
}

const SAMPLE_BYTES = 256 * 1024;
const HASH = 35;
const EQUALS = 61;
/** How spreadsheets in Portuguese and Spanish show failed formulas, where it differs from English. */
const TRANSLATED_ERROR =
  /^#(?:N\/D|¡?VALOR!|¡REF!|¡DIV\/0!|NOME\?|¿NOMBRE\?|NULO!|¡NULO!|NÚM!|¡NUM!)$/i;

/** A delimited text file as a source of rows, streamed. */
export async function openCsv(
  path: string,
  limits: ReadLimits,
  choice: TextChoice,
): Promise<RowSource> {
  const { head, size } = await readHead(path);
  const detected = await (choice.encoding
    ? checkEncoding(path, head, choice.encoding)
    : detectEncoding(path, head));
  const { encoding, markBytes } = detected;
  const decoder = decoderOf(encoding);
  const whole = size <= head.length;
  const sample = decoder.decode(head.subarray(markBytes), { stream: !whole });
  const { delimiter, separatorLineLength, quoting } = detectDelimiter(sample, whole, choice);
  return new CsvSource(path, size, limits, {
    encoding,
    markBytes,
    delimiter,
    quoting,
    separatorLineLength,
    doubt: choice.acceptReplacement ? null : detected.doubt,
  });
}

interface CsvTraits extends TextTraits {
  encoding: TextEncoding;
  markBytes: number;
  separatorLineLength: number;
  doubt: TextDoubt | null;
}

class CsvSource implements RowSource {
  readonly format = "csv";
  readonly sheets: SheetInfo[] = [{ name: "", hidden: false, readable: true, empty: false }];
  readonly text: TextTraits;
  readonly doubt: TextDoubt | null;
  private taken = 0;

  constructor(
    private readonly path: string,
    private readonly size: number,
    private readonly limits: ReadLimits,
    private readonly traits: CsvTraits,
  ) {
    const { encoding, delimiter, quoting } = traits;
    this.text = { encoding, delimiter, quoting };
    this.doubt = traits.doubt;
  }

  async *rows(): AsyncGenerator<RawRow[]> {
    const { delimiter, encoding, markBytes, quoting, separatorLineLength } = this.traits;
    const parser = new CsvParser(
      delimiter,
      this.limits.maxRecordChars,
      this.limits.maxColumns,
      quoting,
      separatorLineLength > 0 ? 2 : 1,
    );
    const decoder = decoderOf(encoding);
    let skip = separatorLineLength;
    this.taken = markBytes;
    for await (const chunk of byteChunks(this.path, markBytes)) {
      this.taken += chunk.length;
      let text = decoder.decode(chunk, { stream: true });
      if (skip > 0) {
        const cut = Math.min(skip, text.length);
        text = text.slice(cut);
        skip -= cut;
      }
      const rows = this.check(parser.write(text), text);
      if (rows.length > 0) yield rows;
    }
    const last = decoder.decode();
    const rows = this.check([...parser.write(last), ...parser.end()], `${last}\0`);
    if (rows.length > 0) yield rows;
  }

  progress(): number {
    return this.size === 0 ? 1 : this.taken / this.size;
  }

  async close(): Promise<void> {}

  /** Reports characters that no text may contain, and texts that were errors of formulas before they were exported. */
  private check(rows: RawRow[], chunk: string): RawRow[] {
    const suspicious = this.carried || chunk.includes("\0") || chunk.includes("\uFFFD");
    // The end of a chunk may belong to a record that ends in the next one.
    this.carried = suspicious;
    for (const row of rows) {
      for (let column = 0; column < row.cells.length; column += 1) {
        const text = row.cells[column] ?? "";
        if (suspicious) this.cleanCell(row, column, text);
        const first = text.charCodeAt(0);
        if (first === HASH) markError(row, column, text);
        else if (first === EQUALS) row.cells[column] = withoutFormula(text);
      }
    }
    return rows;
  }

  private carried = false;

  private cleanCell(row: RawRow, column: number, text: string): void {
    const clean = cleanText(text);
    if (!clean.issue) return;
    row.cells[column] = clean.text;
    row.issues = [...(row.issues ?? []), cellIssue(column, clean.issue, clean.text)];
  }
}

/** Programs write `="0123"` so that spreadsheets keep the zero: the value is the text in the formula. */
function withoutFormula(text: string): string {
  const inner = /^="((?:[^"]|"")*)"$/.exec(text)?.[1];
  return inner === undefined ? text : inner.replaceAll('""', '"');
}

/** An error of a formula is no value. Our own export escapes a text that looks like one. */
function markError(row: RawRow, column: number, text: string): void {
  const isError = isErrorLiteral(text);
  if (!isError && !TRANSLATED_ERROR.test(text)) return;
  const code = isError ? "cellError" : "looksLikeCellError";
  row.issues = [...(row.issues ?? []), cellIssue(column, code, text)];
  if (!isError) return;
  const kinds = row.kinds ?? "t".repeat(row.cells.length);
  row.kinds = `${kinds.slice(0, column)}e${kinds.slice(column + 1)}`;
}

async function readHead(path: string): Promise<{ head: Buffer; size: number }> {
  const file = await open(path, "r");
  try {
    const { size } = await file.stat();
    const head = Buffer.alloc(Math.min(size, SAMPLE_BYTES));
    const { bytesRead } = await file.read(head, 0, head.length, 0);
    return { head: head.subarray(0, bytesRead), size };
  } finally {
    await file.close();
  }
}
