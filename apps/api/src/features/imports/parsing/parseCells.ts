import { listIn, severalIn } from "@clientela/shared/severalValues";
import { isErrorLiteral } from "@clientela/shared/sheets/formulaText";
import type { SheetColumn, SheetColumnType } from "@clientela/shared/sheets/sheet";
import { type Conventions, PLAIN } from "@clientela/shared/sheets/sheetConventions";
import { currencyOfAmount } from "@clientela/shared/sheets/sheetNumbers";
import { type CellValue, parseCell } from "@clientela/shared/sheets/sheetValues";
import { foldText } from "@clientela/shared/values/foldText";
import { isPlaceholder, isUnknownPlace } from "@clientela/shared/values/placeholders";
import { isBlank } from "@clientela/shared/values/textRules";
import type { RowIssue } from "../../../platform/sheets/importer.js";
import { kindOf, type Row, shorten } from "../../spreadsheets/row.js";
import { withAreaCode } from "./areaCodes.js";
import { textOfHtml } from "./htmlText.js";

/** A column of the file that goes to a field. */
export interface MappedColumn {
  index: number;
  header: string;
  column: SheetColumn;
  conventions: Conventions;
  /** Whether somebody chose the field: an unknown value is an error of the cell then. */
  isChosen: boolean;
  meanings: Readonly<Record<string, string | null>>;
  /** Whether the field is taken from another column first. */
  isFallback: boolean;
  /** The column of its area codes, where it has one of its own. */
  areaCodeAt?: number | undefined;
}

/** How the cells of a file are written. */
export interface CellReading {
  /** Removes the escapes before a formula's text. */
  plainText: (text: string) => string;
  /** Whether the error of a formula is text. */
  failsAsText: boolean;
  /** Whether tags of HTML in long texts are formatting, and not what somebody wrote. */
  readsHtml: boolean;
}

/** The result of parsing a cell: a value (null where it is blank), a further value, or an issue. */
export interface ReadCell {
  value: CellValue | null;
  rest: string[];
  /** The currency that an amount is written with. */
  currency?: string;
  issue?: Omit<RowIssue, "field" | "column">;
}

// Amounts are not among them: a dash may mean zero.
const MAY_BE_PLACEHOLDERS: ReadonlySet<SheetColumnType> = new Set([
  "email",
  "emails",
  "phone",
  "phones",
  "url",
  "country",
  "date",
  "integer",
]);

const nothing: ReadCell = { value: null, rest: [] };

/** Parses a cell of a mapped column. */
export function readCell(
  row: Row,
  { index, column, conventions, isChosen, meanings, areaCodeAt }: MappedColumn,
  { plainText, failsAsText, readsHtml }: CellReading,
): ReadCell {
  const raw = row.cells[index] ?? "";
  if (failsAsText && isErrorLiteral(raw)) {
    return { ...nothing, issue: { code: "cellError", severity: "error", value: raw } };
  }
  const own = plainText(raw);
  const html = readsHtml && column.lines === "paragraphs" ? textOfHtml(own) : null;
  if (html !== null) return readHtml(column, own, html);
  const text =
    areaCodeAt === undefined ? own : withAreaCode(own, plainText(row.cells[areaCodeAt] ?? ""));
  if (column.choices && !isBlank(text)) {
    const mappedTo = meanings[foldText(text)];
    if (mappedTo !== undefined) return { value: mappedTo, rest: [] };
  }
  if (column.ofAddress && isUnknownPlace(text)) {
    return { ...nothing, issue: { code: "placeholder", severity: "warning", value: text } };
  }
  const values = column.takesFirst ? listIn(text) : severalIn(column.type, text);
  const [first = text, ...others] = values;
  const parsed = parseCell(column, first, kindOf(row, index) === "t" ? conventions : PLAIN);
  if ("value" in parsed) {
    const currency = column.type === "money" ? currencyOfAmount(text) : null;
    return { value: parsed.value, rest: others, ...(currency !== null && { currency }) };
  }
  const { issue } = parsed;
  // A value that we do not know in a column whose field was guessed is no error.
  if (issue.code === "invalid_choice" && !isChosen) {
    return { ...nothing, issue: { code: "unknown_value", severity: "warning", value: text } };
  }
  if (MAY_BE_PLACEHOLDERS.has(column.type) && isPlaceholder(text)) {
    return { ...nothing, issue: { code: "placeholder", severity: "warning", value: text } };
  }
  const whole = others.length > 0 ? text : issue.value;
  return { ...nothing, issue: { ...issue, severity: "error", value: whole } };
}

// What a web page's editor formatted is kept as the text that people saw.
function readHtml(column: SheetColumn, cell: string, text: string): ReadCell {
  const issue = { code: "html_removed", severity: "warning", value: shorten(cell) } as const;
  if (text === "") return { ...nothing, issue };
  const parsed = parseCell(column, text, PLAIN);
  return "value" in parsed
    ? { value: parsed.value, rest: [], issue }
    : { ...nothing, issue: { ...parsed.issue, severity: "error" } };
}

const plain = (value: CellValue): string => (Array.isArray(value) ? value.join(", ") : `${value}`);
const digitsOf = (text: string) => text.replace(/\D/g, "");
const SHORTEST_NUMBER = 6;
const isNumber = (text: string) =>
  !/\p{L}/u.test(text) && digitsOf(text).replace(/^0+/, "").length >= SHORTEST_NUMBER;

/** Whether the value of a field already contains another value. */
export function saysAlready(
  { type }: SheetColumn,
  kept: CellValue | null | undefined,
  other: CellValue,
): boolean {
  if (kept == null) return false;
  const [own, more] = [plain(kept), plain(other)];
  // A word with a digit ("Recife 3") says nothing of a number that ends in it.
  if ((type === "phone" || type === "taxId") && isNumber(more)) {
    return digitsOf(own).endsWith(digitsOf(more).replace(/^0+/, ""));
  }
  return ` ${foldText(own)} `.includes(` ${foldText(more)} `);
}
