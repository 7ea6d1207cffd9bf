import { emailRuling, phoneRuling, websiteRuling } from "../values/contactRules.js";
import { countryFromText } from "../values/countryFromText.js";
import { currencyFromText } from "../values/currencies.js";
import { foldText } from "../values/foldText.js";
import type { IssueCode } from "../values/issues.js";
import { MAX_TAGS, uniqueTags } from "../values/tags.js";
import {
  isBlank,
  joinedLineRuling,
  lineRuling,
  paragraphsRuling,
  type Ruling,
} from "../values/textRules.js";
import { readIds, readSourcedIds, writeIds } from "./externalIdCells.js";
import type { SheetChoice, SheetColumn, SheetColumnType, SheetLanguage } from "./sheet.js";
import { readPoints } from "./sheetContactPoints.js";
import { type Conventions, PLAIN } from "./sheetConventions.js";
import { parseDate, writeDate } from "./sheetDates.js";
import { identifierFromNumber, parseNumber } from "./sheetNumbers.js";
import { joinTags, splitTags } from "./sheetTags.js";

/** What a cell holds once it is read: decimals, dates and codes are text, an integer is a number. */
export type CellValue = string | number | string[];

/** What is wrong with a cell, and the text that it is wrong with. */
export interface CellIssue {
  code: IssueCode;
  value: string;
  /** What its sentence names, such as the bounds of a number. */
  params?: Readonly<Record<string, number>>;
}

/** A cell that was read (null where it is blank), or what is wrong with it. */
export type ParsedCell = { value: CellValue | null } | { issue: CellIssue };

type Reader = (column: SheetColumn, text: string, conventions: Conventions) => Ruling<CellValue>;

const DEFAULT_MAX_LENGTH = 1000;
const LONGEST_TAGS = 10_000;
const choicesByWord = new WeakMap<readonly SheetChoice[], Map<string, string>>();

/** The value that a word means among a column's choices: its code, a label or a synonym; else null. */
export function choiceFromText(column: SheetColumn, text: string): string | null {
  const choices = column.choices ?? [];
  let words = choicesByWord.get(choices);
  if (!words) {
    words = new Map();
    for (const { value, labels, synonyms } of choices) {
      for (const word of [value, ...Object.values(labels), ...synonyms]) {
        words.set(foldText(word), value);
      }
    }
    choicesByWord.set(choices, words);
  }
  return words.get(foldText(text)) ?? null;
}

function known(value: string | null, issue: IssueCode): Ruling<string> {
  return value === null ? { issue } : { value };
}

function readText(column: SheetColumn, text: string): Ruling<string> {
  const max = column.maxLength ?? DEFAULT_MAX_LENGTH;
  if (column.lines === "paragraphs") return paragraphsRuling(text, max);
  return column.lines === "joined" ? joinedLineRuling(text, max) : lineRuling(text, max);
}

function readIdentifier(text: string, rule: (digits: string) => Ruling<string>): Ruling<string> {
  const digits = identifierFromNumber(text);
  return "issue" in digits ? digits : rule(digits.value);
}

const outOfRange = (
  min = Number.MIN_SAFE_INTEGER,
  max = Number.MAX_SAFE_INTEGER,
): Ruling<never> => ({ issue: "out_of_range", params: { min, max } });

function readNumber({ min, max }: SheetColumn, text: string, { decimal }: Conventions) {
  const number = parseNumber(text, decimal);
  if ("issue" in number) return number;
  const size = Number(number.value);
  const inRange = size >= (min ?? -Infinity) && size <= (max ?? Infinity);
  return inRange ? number : outOfRange(min, max);
}

const AT_ONCE = new Set(
  [
    "à vista",
    "a contado",
    "al contado",
    "contado",
    "pronto pagamento",
    "due on receipt",
    "upon receipt",
    "payable on receipt",
    "immediate",
    "cash",
    "cod",
  ].map(foldText),
);
const DAYS =
  /^(?:net|n\/?|prazo(?: de)?|em|in|at|a) ?(\d{1,4})(?: ?(?:days?|dias?|días?|d|dd|ddl))?\.?$|^(\d{1,4}) ?(?:net )?(?:days?|dias?|días?|d|dd|ddl)(?: net| corridos| líquidos)?\.?$/i;

/** The number in terms of payment such as "Net 30"; another text as it is. */
function daysIn(text: string): string {
  const plain = text.replace(/\s+/g, " ").trim();
  if (AT_ONCE.has(foldText(plain))) return "0";
  const [, before, behind] = DAYS.exec(plain) ?? [];
  return before ?? behind ?? text;
}

function readInteger(column: SheetColumn, text: string, conventions: Conventions): Ruling<number> {
  const number = readNumber(column, column.inDays ? daysIn(text) : text, conventions);
  if ("issue" in number) return number;
  const [whole, fraction = ""] = number.value.split(".");
  if (/[^0]/.test(fraction)) return { issue: "not_an_integer" };
  const value = Number(whole);
  return Number.isSafeInteger(value) ? { value } : outOfRange(column.min, column.max);
}

function readTags(text: string): Ruling<string[]> {
  if (text.length > LONGEST_TAGS) return { issue: "too_long", params: { max: LONGEST_TAGS } };
  const tags: string[] = [];
  for (const tag of splitTags(text).filter((part) => !isBlank(part))) {
    const line = lineRuling(tag, 50);
    if ("issue" in line) return line;
    tags.push(line.value);
  }
  const unique = uniqueTags(tags);
  return unique.length > MAX_TAGS
    ? { issue: "too_many", params: { max: MAX_TAGS } }
    : { value: unique };
}

function readRecordId(text: string): Ruling<string> {
  const id = text.trim().toLowerCase();
  return known(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id) ? id : null, "invalid_id");
}

function readDateTime(text: string): Ruling<string> {
  const trimmed = text.trim();
  const complete = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/.test(
    trimmed,
  );
  const date = parseDate(trimmed, "ymd");
  const moment = new Date(complete ? trimmed : "");
  if ("issue" in date || Number.isNaN(moment.getTime())) return { issue: "invalid_date" };
  return { value: moment.toISOString() };
}

const READERS: Record<SheetColumnType, Reader> = {
  text: readText,
  email: (_, text) => emailRuling(text),
  phone: (_, text) => readIdentifier(text, phoneRuling),
  emails: (_, text) => readPoints("emails", text),
  phones: (_, text) => readPoints("phones", text),
  url: (_, text) => websiteRuling(text),
  country: ({ mayBeUnknown }, text) =>
    mayBeUnknown && text.trim().toUpperCase() === "ZZ"
      ? { value: "ZZ" }
      : known(countryFromText(text), "invalid_country"),
  currency: (_, text) => known(currencyFromText(text), "invalid_currency"),
  choice: (column, text) => known(choiceFromText(column, text), "invalid_choice"),
  tags: (_, text) => readTags(text),
  taxId: (column, text) => readIdentifier(text, (digits) => readText(column, digits)),
  recordId: (_, text) => readRecordId(text),
  externalId: (_, text) => readIds(text),
  externalIds: (_, text) => {
    const ids = readSourcedIds(text);
    return ids === null ? { issue: "invalid" } : { value: JSON.stringify(ids) };
  },
  integer: readInteger,
  number: readNumber,
  money: readNumber,
  percent: (column, text, conventions) =>
    readNumber(column, text.trim().replace(/\s*%$/, ""), conventions),
  date: (_, text, { dateOrder }) => parseDate(text, dateOrder),
  dateTime: (_, text) => readDateTime(text),
};

/**
 * Reads a cell by its column's type and rules. A blank cell is null, and an issue where the column is
 * required. A tax ID stays as written: its country stands in another cell.
 */
export function parseCell(column: SheetColumn, text: string, conventions: Conventions): ParsedCell {
  if (isBlank(text)) {
    return column.required ? { issue: { code: "required", value: text } } : { value: null };
  }
  const result = READERS[column.type](column, text, conventions);
  if (!("issue" in result)) return result;
  const { issue: code, params } = result;
  return { issue: { code, value: text, ...(params && { params }) } };
}

// Three decimals could be a group of thousands, and none would leave it open which mark is the decimal one.
function writeMoney(amount: string, { decimal }: Conventions): string {
  const [whole = "", fraction = ""] = amount.split(".");
  return `${whole}${decimal}${fraction.padEnd(fraction.length > 2 ? 4 : 2, "0")}`;
}

/** How an export writes: in which language, and with which marks. */
export interface Writing {
  language: SheetLanguage;
  conventions: Conventions;
}

/** Writes a value as a cell's text, so that `parseCell` with the same conventions gives the value again. */
export function formatCell(
  column: SheetColumn,
  value: CellValue | null,
  { language, conventions }: Writing = { language: "en", conventions: PLAIN },
): string {
  if (value === null) return "";
  if (Array.isArray(value)) return column.type === "externalId" ? writeIds(value) : joinTags(value);
  const text = String(value);
  switch (column.type) {
    case "choice":
      return column.choices?.find((choice) => choice.value === text)?.labels[language] ?? text;
    case "number":
    case "percent":
      return conventions.decimal === "," ? text.replace(".", ",") : text;
    case "money":
      return writeMoney(text, conventions);
    case "date":
      return writeDate(text, conventions.dateOrder);
    default:
      return text;
  }
}
