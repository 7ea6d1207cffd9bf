import { columnOf, type SheetSchema } from "@clientela/shared/sheets/sheet";
import type { SheetColumn } from "@clientela/shared/sheets/sheetColumn";
import { labelIn } from "@clientela/shared/sheets/sheetWords";
import { isCalendarDate } from "@clientela/shared/values/dates";
import type { Locale } from "@clientela/shared/values/locales";
import { type Reader, translate } from "../../../platform/graph/messages.js";
import { dayIn, decimalsIn } from "../../../platform/graph/valueTexts.js";
import type { RowIssue } from "../../../platform/sheets/importer.js";
import { type FileErrorCode, fileMessages } from "../../spreadsheets/messages/fileMessages.js";
import { type IssueCode, issueMessages } from "../../spreadsheets/messages/issueMessages.js";
import { fileMessage, issueMessage } from "../../spreadsheets/messages/messageText.js";
import type { StoredProblem } from "../storedImport.js";
import { adviceOn } from "./importAdvice.js";

const isFileCode = (code: string): code is FileErrorCode => Object.hasOwn(fileMessages, code);
const isIssueCode = (code: string): code is IssueCode => Object.hasOwn(issueMessages, code);

/** Why an import stopped or waits, in the caller's language; fields are named as in the sheet. */
export function problemText(
  { code, params }: StoredProblem,
  sheet: SheetSchema | undefined,
  reader: Reader,
): string {
  if (isFileCode(code)) return fileMessage({ code, params }, reader.locale);
  const { fields } = params;
  if (typeof fields !== "string") return translate(reader, code, params);
  const names = fields.split(" ").map((key) => {
    const labels = sheet && columnOf(sheet, key)?.labels;
    return labels ? labelIn(labels, reader.locale) : key;
  });
  return translate(reader, code, { ...params, fields: names.join(", ") });
}

// The parameters that hold a value of the issue's column; the others name lines of the file, records or limits.
const VALUES_OF_COLUMN = new Set(["old", "from", "to", "allowed", "lines", "said", "read"]);

const namedIn = (column: SheetColumn, value: string, locale: Locale) => {
  const found = column.choices?.find((choice) => choice.value === value);
  return found ? labelIn(found.labels, locale) : value;
};

// Issues are stored with codes, plain decimals and ISO dates; people read them as they write them.
function valueText(column: SheetColumn, value: string, locale: Locale): string {
  if (column.type === "money") return decimalsIn(value, locale);
  if (column.type === "date" && isCalendarDate(value)) return dayIn(value, locale);
  const choices = value.split(", ").map((choice) => namedIn(column, choice, locale));
  return column.type === "choice" ? choices.join(", ") : value;
}

function paramsIn(
  params: RowIssue["params"],
  column: SheetColumn | undefined,
  locale: Locale,
): NonNullable<RowIssue["params"]> {
  if (!column) return { ...params };
  return Object.fromEntries(
    Object.entries(params ?? {}).map(([name, value]) => [
      name,
      VALUES_OF_COLUMN.has(name) ? valueText(column, `${value}`, locale) : value,
    ]),
  );
}

// These issues of the plan are about the cell's own text.
const OF_THE_CELL = new Set([
  "unknown_customer",
  "ambiguous_customer",
  "two_customers",
  "other_customer",
  "another_currency",
  "key_in_use",
  "number_repeated",
  "id_not_kept",
  "taken_by",
  "taken_in_trash",
]);

/** The message and the advice for an issue of a row, in the caller's language; `cell` is the text of the cell in question. */
export function issueText(
  { field, code, params, ...issue }: RowIssue,
  sheet: SheetSchema | undefined,
  reader: Reader,
  cell: string | undefined,
): string {
  const value = issue.value ?? (OF_THE_CELL.has(code) ? cell : undefined);
  if (isIssueCode(code))
    return issueMessage({ code, ...(value === undefined ? {} : { value }) }, reader.locale);
  const column = sheet && field !== null ? columnOf(sheet, field) : undefined;
  const said = translate(reader, code, paramsIn(params, column, reader.locale));
  const whole = value === undefined ? said : `"${value}" ${said}`;
  const advice = adviceOn(code, column, reader.locale);
  return advice ? `${whole}. ${advice}` : whole;
}
