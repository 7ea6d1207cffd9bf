import { cellIssue, cleanText, decodeEscapes } from "../cellText.js";
import { ReadError } from "../readError.js";
import type { CellIssue, RawRow } from "../row.js";
import { decodeXml, type XmlHandler } from "../xml/xml.js";
import { decimalText, percentText } from "./decimalText.js";
import { applyMask, type NumberFormat } from "./numberFormat.js";
import { type CellText, isoDate, serialDate } from "./serialDate.js";
import type { SharedStrings } from "./sharedStrings.js";

/** What the cells of a sheet refer to. */
export interface CellContext {
  part: string;
  sharedStrings: SharedStrings;
  formats: NumberFormat[];
  is1904: boolean;
  /** Cells beyond are not kept, only told of. */
  maxColumns: number;
}

/** The last cell of a sheet is XFD1048576. */
const MAX_COLUMNS = 16_384;
const MAX_ROWS = 1_048_576;
const TEXT: CellText = { text: "", kind: "t" };

/**
 * Builds rows from the tags of a worksheet part. Believes no declared size (`dimension`, `spans`,
 * `count`) and does without references: a row or cell that has none follows the one before.
 */
export class XlsxRows implements XmlHandler {
  wantsText = false;
  /** Rows that are whole; the reader takes them out. */
  rows: RawRow[] = [];

  private inData = false;
  private row = 0;
  private column = -1;
  private cells: string[] = [];
  private kinds: string[] | null = null;
  private issues: CellIssue[] | undefined;
  private type = "";
  private style = 0;
  private value = "";
  private inline = "";
  private hasFormula = false;
  private hasValue = false;
  private phonetic = 0;
  private reading: "nothing" | "value" | "inline" = "nothing";

  constructor(private readonly context: CellContext) {}

  open(name: string, attributes: string): void {
    switch (name) {
      case "c":
        if (this.inData) this.openCell(attributes);
        break;
      case "v":
        this.hasValue = true;
        this.read("value");
        break;
      case "t":
        if (this.phonetic === 0) this.read("inline");
        break;
      case "f":
        this.hasFormula = true;
        break;
      case "rPh":
        this.phonetic += 1;
        break;
      case "row":
        if (this.inData) this.openRow(attributes);
        break;
      case "sheetData":
        this.inData = true;
        break;
    }
  }

  close(name: string): void {
    switch (name) {
      case "c":
        if (this.inData && this.column >= 0) this.closeCell();
        break;
      case "v":
      case "t":
        this.reading = "nothing";
        this.wantsText = false;
        break;
      case "rPh":
        this.phonetic -= 1;
        break;
      case "row":
        if (this.inData) this.closeRow();
        break;
      case "sheetData":
        this.inData = false;
        break;
    }
  }

  text(raw: string): void {
    if (this.reading === "value") this.value += raw;
    else this.inline += raw;
  }

  private read(what: "value" | "inline"): void {
    if (!this.inData || this.column < 0) return;
    this.reading = what;
    this.wantsText = true;
  }

  private openRow(attributes: string): void {
    const reference = /\sr\s*=\s*["'](\d+)/.exec(attributes);
    const row = reference ? Number(reference[1]) : this.row + 1;
    // Rows that go back would hide others, or be taken for lines above the header.
    if (row <= this.row || row > MAX_ROWS) throw this.damaged();
    this.row = row;
    this.column = -1;
    this.cells = [];
    this.kinds = null;
    this.issues = undefined;
  }

  private openCell(attributes: string): void {
    this.type = "";
    this.style = 0;
    this.value = "";
    this.inline = "";
    this.hasFormula = false;
    this.hasValue = false;
    let column = this.column + 1;
    let position = 0;
    for (;;) {
      const equals = attributes.indexOf("=", position);
      if (equals < 0) break;
      const quote = attributes.charAt(equals + 1);
      if (quote <= " " || attributes.charCodeAt(equals - 1) <= 32) {
        this.openCell(attributes.replace(/\s*=\s*/g, "="));
        return;
      }
      const end = quote === '"' || quote === "'" ? attributes.indexOf(quote, equals + 2) : -1;
      if (end < 0) throw this.damaged();
      if (attributes.charCodeAt(equals - 2) <= 32) {
        const name = attributes.charCodeAt(equals - 1);
        if (name === 114) column = this.referencedColumn(attributes, equals + 2, end);
        else if (name === 115) this.style = Number(attributes.slice(equals + 2, end));
        else if (name === 116) this.type = attributes.slice(equals + 2, end);
      }
      position = end + 1;
    }
    if (column < 0 || column >= MAX_COLUMNS) throw this.damaged();
    this.column = column;
  }

  private referencedColumn(attributes: string, start: number, end: number): number {
    let column = 0;
    let index = start;
    for (; index < end; index += 1) {
      const letter = attributes.charCodeAt(index) & 0xdf;
      if (letter < 65 || letter > 90) break;
      column = column * 26 + letter - 64;
    }
    // A row without a number of its own takes it from its cells.
    const row = Number(attributes.slice(index, end));
    if (row > this.row && this.cells.length === 0) this.row = row;
    return column - 1;
  }

  private closeCell(): void {
    const cell = this.cellText();
    if (cell.text === "" && cell.kind === "t") return;
    if (this.column >= this.context.maxColumns) {
      this.issues ??= [];
      this.issues.push(cellIssue(this.column, "cellOutsideHeaders", cell.text));
      return;
    }
    if (this.cells[this.column]) throw this.damaged();
    while (this.cells.length < this.column) this.cells.push("");
    this.cells[this.column] = cell.text;
    if (cell.kind !== "t" || this.kinds) {
      this.kinds ??= [];
      while (this.kinds.length < this.column) this.kinds.push("t");
      this.kinds[this.column] = cell.kind;
    }
    if (cell.issue) {
      this.issues ??= [];
      this.issues.push(cellIssue(this.column, cell.issue, cell.text));
    }
  }

  private closeRow(): void {
    if (this.cells.length > 0 || this.issues) {
      if (this.row > MAX_ROWS) throw this.damaged();
      const row: RawRow = { line: this.row, cells: this.cells };
      if (this.kinds) row.kinds = this.kinds.join("").padEnd(this.cells.length, "t");
      if (this.issues) row.issues = this.issues;
      this.rows.push(row);
    }
    this.column = -1;
  }

  private cellText(): CellText {
    // A formula that came to no text has a value, an empty one.
    const isCalculated = this.value !== "" || (this.type === "str" && this.hasValue);
    if (this.hasFormula && !isCalculated && this.inline === "") {
      return { text: "", kind: "f", issue: "formulaWithoutValue" };
    }
    switch (this.type) {
      case "":
      case "n":
        return this.numberText();
      case "s": {
        if (this.value === "") return TEXT;
        const text = this.context.sharedStrings.get(Number(this.value));
        if (text === undefined) throw this.damaged();
        return textCell(text);
      }
      case "inlineStr":
        return textCell(decodeEscapes(decodeXml(this.inline === "" ? this.value : this.inline)));
      case "b":
        if (this.value === "") return TEXT;
        return { text: /^\s*(1|true)\s*$/i.test(this.value) ? "true" : "false", kind: "b" };
      case "e":
        return { text: decodeXml(this.value), kind: "e", issue: "cellError" };
      case "d":
        return isoDate(decodeXml(this.value));
      default:
        return textCell(decodeEscapes(decodeXml(this.value)));
    }
  }

  private numberText(): CellText {
    if (this.value === "") return TEXT;
    const number = decimalText(this.value);
    if (!number) return textCell(decodeXml(this.value));
    return formatNumber(
      number.text,
      number.precisionLost,
      this.context.formats[this.style],
      this.context.is1904,
    );
  }

  private damaged(): ReadError {
    return new ReadError("fileDamaged", { part: this.context.part });
  }
}

function textCell(text: string): CellText {
  const clean = cleanText(text);
  return clean.issue ? { text: clean.text, kind: "t", issue: clean.issue } : { text, kind: "t" };
}

/** What a number under a format is: a date, a text with its leading zeros, or the number itself with its currency. */
export function formatNumber(
  text: string,
  precisionLost: boolean,
  format: NumberFormat | undefined,
  is1904: boolean,
): CellText {
  if (format?.shows === "percent") return { text: percentText(text), kind: "n" };
  if (format && format.shows !== "number") {
    if (format.shows !== "mask") return serialDate(text, format.shows, is1904);
    if (/^\d+$/.test(text) && !precisionLost)
      return { text: applyMask(text, format.parts), kind: "t" };
  }
  if (precisionLost) return { text, kind: "n", issue: "precisionLost" };
  const currency = format?.shows === "number" ? format.currency : undefined;
  return { text: currency === undefined ? text : `${currency} ${text}`, kind: "n" };
}
