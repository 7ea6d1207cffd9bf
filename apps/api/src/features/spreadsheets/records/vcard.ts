import type { ReadLimits } from "../limits.js";
import { ReadError } from "../readError.js";
import type { RowSource } from "../source.js";
import { type FileRecord, type RecordValue, recordSource } from "./recordSource.js";
import { textLines } from "./textLines.js";

/** What the properties of a card that have one value are called as a column (RFC 6350, and 2.1 and 3.0 before it). */
const COLUMNS: Readonly<Record<string, string>> = {
  FN: "Name",
  TITLE: "Job title",
  EMAIL: "E-mail",
  TEL: "Phone",
  URL: "Website",
  NOTE: "Notes",
  CATEGORIES: "Tags",
  BDAY: "Birthday",
  UID: "UID",
};
/** What the parts of the others are called, in their order. */
const PARTS: Readonly<Record<string, readonly string[]>> = {
  ADR: ["PO box", "Address line 2", "Street", "City", "State", "Postal code", "Country"],
  N: ["Last name", "First name", "Middle name", "Name prefix", "Name suffix"],
  ORG: ["Company", "Department"],
};
// Pictures, sounds and keys, and what says something of the card and not of the person.
const LEFT_OUT = new Set([
  "BEGIN",
  "END",
  "VERSION",
  "PRODID",
  "REV",
  "PHOTO",
  "LOGO",
  "SOUND",
  "KEY",
]);

/** A file of vCards as a source of rows, a card in each. */
export function openVCards(path: string, limits: ReadLimits): Promise<RowSource> {
  return recordSource("vcf", () => cards(path, limits));
}

async function* cards(path: string, limits: ReadLimits): AsyncGenerator<FileRecord> {
  let values: Map<string, RecordValue> | null = null;
  let begun = 0;
  for await (const { line, text } of logicalLines(path, limits)) {
    const property = readProperty(text);
    if (!property) continue;
    const { name, value } = property;
    if (name === "BEGIN") {
      values = new Map();
      begun = line;
    } else if (name === "END") {
      if (values) yield { line: begun, values };
      values = null;
    } else if (values && !LEFT_OUT.has(name)) addProperty(values, name, value);
    if (values && values.size > limits.maxColumns)
      throw new ReadError("tooManyColumns", { row: begun, limit: limits.maxColumns });
  }
  if (values) throw new ReadError("fileTruncated");
}

/** Lines with those that go on in the next one put together: after a fold, or after "=" in quoted-printable. */
async function* logicalLines(
  path: string,
  limits: ReadLimits,
): AsyncGenerator<{ line: number; text: string }> {
  let current: { line: number; text: string } | null = null;
  for await (const { line, text } of textLines(path)) {
    const goesOn: boolean =
      current !== null && isQuotedPrintable(current.text) && current.text.endsWith("=");
    if (current && goesOn) current.text = current.text.slice(0, -1) + text;
    else if (current && /^[ \t]/.test(text)) current.text += text.slice(1);
    else {
      if (current) yield current;
      current = { line, text };
    }
    if (
      current.text.length > limits.maxRecordChars &&
      !/^(PHOTO|LOGO|SOUND|KEY)/i.test(current.text)
    )
      throw new ReadError("recordTooLong", { line: current.line, limit: limits.maxRecordChars });
  }
  if (current) yield current;
}

const isQuotedPrintable = (line: string): boolean =>
  /^[^:]*;(?:ENCODING=)?QUOTED-PRINTABLE/i.test(line);

function readProperty(line: string): { name: string; value: string } | null {
  const parts = /^(?:[\w-]+\.)?([A-Za-z][\w-]*)((?:;(?:"[^"]*"|[^":])*)?):(.*)$/s.exec(line);
  if (!parts) return null;
  const [, name = "", , written = ""] = parts;
  const value = isQuotedPrintable(line) ? fromQuotedPrintable(written, line) : written;
  return { name: name.toUpperCase(), value };
}

function fromQuotedPrintable(text: string, line: string): string {
  const bytes = text.replace(/=([0-9A-F]{2})/gi, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  const charset = /;CHARSET=([\w-]+)/i.exec(line.slice(0, line.indexOf(":")))?.[1] ?? "utf-8";
  const encoding = /^utf-?8$/i.test(charset) ? "utf-8" : "windows-1252";
  return new TextDecoder(encoding).decode(Buffer.from(bytes, "latin1"));
}

/** The parts of a value between semicolons that no backslash stands before, the escapes taken off. */
const partsOf = (value: string): string[] =>
  (value.match(/(?:\\.|[^;\\])+|(?<=;|^)(?=;|$)/gs) ?? []).map(unescaped);

const unescaped = (text: string): string =>
  text.replace(/\\(.)/gs, (_, escaped: string) => (/n/i.test(escaped) ? "\n" : escaped)).trim();

function addProperty(values: Map<string, RecordValue>, name: string, value: string): void {
  const columns = PARTS[name];
  if (columns) addParts(values, columns, partsOf(value));
  else add(values, COLUMNS[name] ?? name, unescaped(value));
}

function addParts(
  values: Map<string, RecordValue>,
  columns: readonly string[],
  parts: readonly string[],
): void {
  for (const [at, part] of parts.entries()) {
    const column = columns[Math.min(at, columns.length - 1)];
    if (part && column) add(values, column, part);
  }
}

/** A second value goes into a column of its own: "Phone 2". */
function add(values: Map<string, RecordValue>, column: string, text: string): void {
  if (!text) return;
  let name = column;
  for (let place = 2; values.has(name); place += 1) name = `${column} ${place}`;
  values.set(name, { text });
}
