import { currencyFromText } from "@clientela/shared/values/currencies";
import { cellIssue, cleanText } from "../cellText.js";
import { MergedCells } from "../mergedCells.js";
import { ReadError } from "../readError.js";
import type { CellIssue, RawRow } from "../row.js";
import { sheetName } from "../sheetInfo.js";
import { decimalText, percentText } from "../xlsx/decimalText.js";
import { type CellText, isoDate } from "../xlsx/serialDate.js";
import { attribute, decodeXml, type XmlHandler } from "../xml/xml.js";

const MAX_ROWS = 1_048_576;
/** The maximum number of spaces of one `text:s`. */
const MAX_SPACES = 1_000;
/** Comments and drawings of a cell: their texts are not the cell's. */
const ASIDE = new Set(
  "annotation frame shapes custom-shape rect line ellipse circle g caption control path polyline polygon connector measure".split(
    " ",
  ),
);

/** A table of the document, as the sheet picker needs it. */
export interface OdsTable {
  name: string;
  hidden: boolean;
  empty: boolean;
}

/**
 * Builds rows from the tags of an OpenDocument `content.xml` (ODF 1.3 part 3, chapter 9). Repeated
 * empty rows and cells cost nothing; repeated filled ones are expanded.
 */
export class OdsRows implements XmlHandler {
  wantsText = false;
  rows: RawRow[] = [];
  readonly tables: OdsTable[] = [];
  /** Whether the selected table has been read to its end. */
  finished = false;

  private readonly merged = new MergedCells();
  private readonly hiddenStyles = new Set<string>();
  private styleName = "";
  private aside = 0;
  private line = 0;
  private rowRepeat = 1;
  private column = 0;
  private cells: string[] = [];
  private kinds: string[] = [];
  private issues: CellIssue[] = [];
  private attributes: string | null = null;
  private paragraphs = 0;
  private content = "";

  constructor(
    /** The index of the table to read; null only lists the tables. */
    private readonly wanted: number | null,
    private readonly maxColumns: number,
  ) {}

  open(name: string, attributes: string): void {
    if (this.aside > 0 || ASIDE.has(name)) {
      this.aside += 1;
      return;
    }
    switch (name) {
      case "style":
        this.styleName = attribute(attributes, "name") ?? "";
        break;
      case "table-properties":
        if (attribute(attributes, "display") === "false") this.hiddenStyles.add(this.styleName);
        break;
      case "table":
        this.line = 0;
        this.tables.push({
          name: sheetName(attribute(attributes, "name") ?? `Sheet${this.tables.length + 1}`),
          hidden: this.hiddenStyles.has(attribute(attributes, "style-name") ?? ""),
          empty: true,
        });
        break;
      case "table-row":
        this.rowRepeat = repeats(attributes, "number-rows-repeated");
        this.column = 0;
        this.cells = [];
        this.kinds = [];
        this.issues = [];
        break;
      case "table-cell":
      case "covered-table-cell":
        // Of a table that is not selected it only matters whether it has any content.
        if (!this.isWanted() && this.tables.at(-1)?.empty === false) break;
        this.attributes = attributes;
        this.content = "";
        this.paragraphs = 0;
        break;
      case "p":
        if (this.attributes === null) break;
        if (this.paragraphs > 0) this.content += "\n";
        this.paragraphs += 1;
        this.wantsText = true;
        break;
      case "s":
        if (this.wantsText)
          this.content += " ".repeat(
            Math.min(MAX_SPACES, Number(attribute(attributes, "c") ?? 1) || 1),
          );
        break;
      case "tab":
        if (this.wantsText) this.content += "\t";
        break;
      case "line-break":
        if (this.wantsText) this.content += "\n";
        break;
    }
  }

  close(name: string): void {
    if (this.aside > 0) {
      this.aside -= 1;
      return;
    }
    switch (name) {
      case "p":
        this.wantsText = false;
        break;
      case "table-cell":
      case "covered-table-cell":
        if (this.attributes !== null) this.closeCell(this.attributes);
        this.attributes = null;
        break;
      case "table-row":
        this.closeRow();
        break;
      case "table":
        if (this.isWanted()) this.finished = true;
        break;
    }
  }

  text(raw: string): void {
    if (this.aside > 0) return;
    // White space that only breaks the lines of the XML counts as one space (ODF 1.3 part 3, 6.1.2).
    this.content += decodeXml(raw.replace(/[\t\r\n ]+/g, " "));
  }

  private isWanted(): boolean {
    return this.wanted === this.tables.length - 1;
  }

  private closeCell(attributes: string): void {
    const repeat = repeats(attributes, "number-columns-repeated");
    const cell = odsCell(attributes, this.content);
    if (cell.text === "" && cell.kind === "t") {
      this.column += repeat;
      return;
    }
    const table = this.tables.at(-1);
    if (table) table.empty = false;
    if (this.isWanted()) {
      const rows = repeats(attributes, "number-rows-spanned");
      const { line, column } = this;
      if (rows > 1) this.merged.begin({ top: line + 1, bottom: line + rows, column });
      this.place(cell, repeat);
    }
    this.column += repeat;
  }

  private place(cell: CellText, repeat: number): void {
    if (this.column >= this.maxColumns) {
      this.issues.push(cellIssue(this.column, "cellOutsideHeaders", cell.text));
      return;
    }
    while (this.cells.length < this.column) {
      this.cells.push("");
      this.kinds.push("t");
    }
    for (let copy = 0; copy < repeat && this.cells.length < this.maxColumns; copy += 1) {
      if (cell.issue) this.issues.push(cellIssue(this.cells.length, cell.issue, cell.text));
      this.cells.push(cell.text);
      this.kinds.push(cell.kind);
    }
  }

  private closeRow(): void {
    const first = this.line + 1;
    this.line += this.rowRepeat;
    if (this.cells.length === 0 && this.issues.length === 0) return;
    if (this.line > MAX_ROWS) throw new ReadError("fileDamaged", { part: "content.xml" });
    const kinds = this.kinds.some((kind) => kind !== "t") ? this.kinds.join("") : undefined;
    for (let line = first; line <= this.line; line += 1) {
      const row: RawRow = { line, cells: this.cells };
      if (kinds) row.kinds = kinds;
      if (this.issues.length > 0) row.issues = this.issues;
      this.merged.follow(row);
      this.rows.push(row);
    }
  }
}

function repeats(attributes: string, name: string): number {
  if (attributes.indexOf(name) < 0) return 1;
  const count = Number(attribute(attributes, name));
  return Number.isInteger(count) && count > 0 ? count : 1;
}

function odsCell(attributes: string, content: string): CellText {
  if (attributes.includes('calcext:value-type="error"')) {
    return { text: content, kind: "e", issue: "cellError" };
  }
  const type = attribute(attributes, "value-type");
  if (type === undefined) {
    const formula = attribute(attributes, "formula") !== undefined;
    return formula && content === ""
      ? { text: "", kind: "f", issue: "formulaWithoutValue" }
      : textCell(content);
  }
  switch (type) {
    case "percentage":
      return percentCell(attribute(attributes, "value") ?? "", content);
    case "float":
      return numberCell(attribute(attributes, "value") ?? "", content);
    case "currency":
      return amountCell(attributes, content);
    case "date":
      return isoDate(attribute(attributes, "date-value") ?? content);
    case "time":
      return timeCell(attribute(attributes, "time-value") ?? "", content);
    case "boolean":
      return {
        text: attribute(attributes, "boolean-value") === "true" ? "true" : "false",
        kind: "b",
      };
    default:
      return textCell(content === "" ? (attribute(attributes, "string-value") ?? "") : content);
  }
}

function textCell(text: string): CellText {
  const clean = cleanText(text);
  return { text: clean.text, kind: "t", issue: clean.issue };
}

function numberCell(value: string, shown: string): CellText {
  const number = decimalText(value);
  if (!number) return textCell(shown);
  // A format with leading zeros (postcodes, tax IDs): the shown text is the value.
  const digits = shown.replace(/[-./() ]/g, "");
  if (
    /^0\d+$/.test(digits) &&
    digits.replace(/^0+(?=\d)/, "") === number.text &&
    !/[.]/.test(number.text)
  ) {
    return { text: shown, kind: "t" };
  }
  return number.precisionLost
    ? { text: number.text, kind: "n", issue: "precisionLost" }
    : { text: number.text, kind: "n" };
}

function amountCell(attributes: string, shown: string): CellText {
  const cell = numberCell(attribute(attributes, "value") ?? "", shown);
  const currency = currencyFromText(attribute(attributes, "currency") ?? "");
  return cell.kind !== "n" || cell.issue || currency === null
    ? cell
    : { ...cell, text: `${currency} ${cell.text}` };
}

function percentCell(value: string, shown: string): CellText {
  const share = decimalText(value);
  return share ? { text: percentText(share.text), kind: "n" } : textCell(shown);
}

function timeCell(value: string, shown: string): CellText {
  const match = /^PT(\d+)H(\d+)M(\d+)(?:[.,]\d+)?S$/.exec(value);
  if (!match) return textCell(shown);
  const text = match
    .slice(1)
    .map((part) => part.padStart(2, "0"))
    .join(":");
  return Number(match[1]) < 24
    ? { text, kind: "d", issue: "timeWithoutDate" }
    : { text, kind: "t" };
}
