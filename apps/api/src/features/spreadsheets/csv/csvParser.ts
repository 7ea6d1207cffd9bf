import { ReadError } from "../readError.js";
import { type RawRow, shorten } from "../row.js";
import type { TextQuoting } from "./quoting.js";

const QUOTE = 34;
const BACKSLASH = 92;
const LF = 10;
const CR = 13;

interface Field {
  text: string;
  /** The position of the delimiter or line end after the field. */
  end: number;
  stray: boolean;
}

/**
 * Records of delimited text that arrives in chunks (RFC 4180, with CR, LF and CR LF as line ends, mixed
 * too). Each has the line of the file on which it begins. Buffers at most one record, so that a quote
 * that is never closed costs `maxChars`. Its line is then a record of its own, in which quotes are plain text, and is
 * marked `unclosedQuote`; parsing continues with the lines below. A quote inside a quoted text that is not escaped
 * marks its row and shifts no cells.
 */
export class CsvParser {
  private rest = "";
  private line: number;
  private ended = false;

  constructor(
    private readonly delimiter: string,
    private readonly maxChars: number,
    private readonly maxFields: number,
    private readonly quoting: TextQuoting = "double",
    firstLine = 1,
  ) {
    this.line = firstLine;
  }

  /** The records that are complete with this chunk. */
  write(chunk: string): RawRow[] {
    const buffer = this.rest === "" ? chunk : this.rest + chunk;
    return this.parse(buffer);
  }

  /** The last record, which need not end with a line end. */
  end(): RawRow[] {
    this.ended = true;
    return this.rest === "" ? [] : this.parse(this.rest);
  }

  private parse(buffer: string): RawRow[] {
    const rows: RawRow[] = [];
    let start = 0;
    while (start < buffer.length) {
      const next = this.parseRecord(buffer, start, rows);
      if (next < 0) break;
      start = next;
    }
    this.rest = start === 0 ? buffer : buffer.slice(start);
    if (this.rest.length > this.maxChars) {
      throw new ReadError("recordTooLong", { line: this.line, limit: this.maxChars });
    }
    return rows;
  }

  /** Adds the record at `start`; returns where the next begins, or -1 where this one is incomplete. */
  private parseRecord(buffer: string, start: number, rows: RawRow[]): number {
    const delimiter = this.delimiter.charCodeAt(0);
    const cells: string[] = [];
    const strays: number[] = [];
    let anyQuoted = false;
    let position = start;
    for (;;) {
      const quoted = this.quoting !== "none" && buffer.charCodeAt(position) === QUOTE;
      const field = quoted
        ? this.quotedField(buffer, position, start)
        : this.plainField(buffer, position, delimiter);
      if (field === "unclosed") return this.parseBrokenLine(buffer, start, rows, cells.length);
      if (!field) return -1;
      if (quoted) anyQuoted = true;
      if (field.stray) strays.push(cells.length);
      cells.push(field.text);
      if (cells.length > this.maxFields) {
        throw new ReadError("tooManyColumns", { row: this.line, limit: this.maxFields });
      }
      const code = buffer.charCodeAt(field.end);
      if (code === delimiter) {
        position = field.end + 1;
        continue;
      }
      const next = this.afterLineEnd(buffer, field.end);
      if (next < 0) return -1;
      this.addRow(rows, cells, strays);
      this.line += anyQuoted ? Math.max(1, countBreaks(buffer, start, next)) : 1;
      return next;
    }
  }

  /** The first line of a record whose quote is not closed, its quotes as they are. */
  private parseBrokenLine(buffer: string, start: number, rows: RawRow[], column: number): number {
    const rest = buffer.slice(start);
    const length = rest.search(/[\r\n]/);
    if (length < 0 && !this.ended) return -1;
    const line = length < 0 ? rest : rest.slice(0, length);
    const cells = line.split(this.delimiter);
    if (cells.length > this.maxFields) {
      throw new ReadError("tooManyColumns", { row: this.line, limit: this.maxFields });
    }
    rows.push({
      line: this.line,
      cells,
      issues: [{ column, code: "unclosedQuote", value: shorten(cells[column] ?? line) }],
    });
    this.line += 1;
    return this.afterLineEnd(buffer, start + line.length);
  }

  private addRow(rows: RawRow[], cells: string[], strays: number[]): void {
    if (cells.length === 1 && cells[0] === "") return;
    const row: RawRow = { line: this.line, cells };
    if (strays.length > 0) {
      row.issues = strays.map((column) => ({
        column,
        code: "strayQuote",
        value: shorten(cells[column] ?? ""),
      }));
    }
    rows.push(row);
  }

  /** A CR at the very end of a chunk may be half of a CR LF. */
  private afterLineEnd(buffer: string, end: number): number {
    if (end >= buffer.length) return end;
    if (buffer.charCodeAt(end) === LF) return end + 1;
    if (end + 1 >= buffer.length && !this.ended) return -1;
    return buffer.charCodeAt(end + 1) === LF ? end + 2 : end + 1;
  }

  private plainField(buffer: string, start: number, delimiter: number): Field | null {
    for (let index = start; index < buffer.length; index += 1) {
      const code = buffer.charCodeAt(index);
      if (code === delimiter || code === LF || code === CR) {
        return { text: buffer.slice(start, index), end: index, stray: false };
      }
    }
    return this.ended ? { text: buffer.slice(start), end: buffer.length, stray: false } : null;
  }

  private quotedField(
    buffer: string,
    start: number,
    recordStart: number,
  ): Field | "unclosed" | null {
    const delimiter = this.delimiter.charCodeAt(0);
    let text = "";
    let from = start + 1;
    let stray = false;
    for (;;) {
      const quote = this.nextQuote(buffer, from);
      if (quote < 0 || (quote + 1 >= buffer.length && !this.ended)) {
        const unclosed = this.ended ? quote < 0 : buffer.length - recordStart > this.maxChars;
        return unclosed ? "unclosed" : null;
      }
      text += this.unescaped(buffer.slice(from, quote));
      const code = buffer.charCodeAt(quote + 1);
      if (code === delimiter || code === LF || code === CR || quote + 1 >= buffer.length) {
        // An earlier quote was not escaped: only if the field ends on its own line is its meaning clear.
        if (stray && /[\r\n]/.test(text)) return "unclosed";
        return { text, end: quote + 1, stray };
      }
      if (code === QUOTE) {
        text += '"';
        from = quote + 2;
        continue;
      }
      if (/[\r\n]/.test(text)) return "unclosed";
      stray = true;
      text += '"';
      from = quote + 1;
    }
  }

  /** The next quote that has no backslash before it. */
  private nextQuote(buffer: string, from: number): number {
    for (let quote = buffer.indexOf('"', from); ; quote = buffer.indexOf('"', quote + 1)) {
      if (quote < 0 || this.quoting !== "backslash") return quote;
      let slashes = 0;
      while (quote - slashes > from && buffer.charCodeAt(quote - slashes - 1) === BACKSLASH)
        slashes += 1;
      if (slashes % 2 === 0) return quote;
    }
  }

  private unescaped(text: string): string {
    return this.quoting === "backslash" ? text.replace(/\\(["\\])/g, "$1") : text;
  }
}

function countBreaks(buffer: string, start: number, end: number): number {
  let count = 0;
  for (let index = start; index < end; index += 1) {
    const code = buffer.charCodeAt(index);
    if (code === CR) count += 1;
    else if (code === LF && (index === start || buffer.charCodeAt(index - 1) !== CR)) count += 1;
  }
  return count;
}
