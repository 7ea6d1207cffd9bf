import { countryFromText } from "./countries.js";
import { currencyFromText } from "./currencies.js";
import { emailRuling, websiteRuling } from "./fields.js";
import type { SheetColumn, SheetColumnType } from "./sheet.js";
import { PLAIN } from "./sheetConventions.js";
import { parseDate } from "./sheetDates.js";
import { parseNumber } from "./sheetNumbers.js";
import { choiceFromText, parseCell } from "./sheetValues.js";
import { isBlank } from "./textRules.js";

type Test = (sample: string, column: SheetColumn) => boolean;

const digitsOf = (text: string): number => text.replace(/\D/g, "").length;
const isNumber: Test = (sample) =>
  "value" in parseNumber(sample, ".") || "value" in parseNumber(sample, ",");
const isDate: Test = (sample) =>
  "value" in parseDate(sample, "dmy") || "value" in parseDate(sample, "mdy");

/** What a cell of a type at least looks like; text looks like anything. */
const LOOKS: Partial<Record<SheetColumnType, Test>> = {
  email: (sample) => "value" in emailRuling(sample),
  phone: (sample) => digitsOf(sample) >= 5 && !/[@/]|\p{L}{6}/u.test(sample),
  url: (sample) => !sample.includes("@") && "value" in websiteRuling(sample),
  country: (sample) => countryFromText(sample) !== null,
  currency: (sample) => currencyFromText(sample) !== null,
  choice: (sample, column) => choiceFromText(column, sample) !== null,
  taxId: (sample) => digitsOf(sample) >= 5 && !/[@:]/.test(sample),
  recordId: (sample, column) => "value" in parseCell(column, sample, PLAIN),
  integer: isNumber,
  number: isNumber,
  money: isNumber,
  date: isDate,
  dateTime: isDate,
};

/** What a cell looks like that can hardly be anything but its column's, whatever the header says. */
const PROVES: Partial<Record<SheetColumnType, Test>> = {
  email: (sample) => "value" in emailRuling(sample),
  url: (sample) => /^(?:https?:\/\/|www\.)\S+\.\S+$/i.test(sample.trim()),
  taxId: (sample) =>
    /^(?:[\dA-Z]{2}\.[\dA-Z]{3}\.[\dA-Z]{3}\/[\dA-Z]{4}-\d{2}|\d{3}\.\d{3}\.\d{3}-\d{2})$/i.test(
      sample.trim(),
    ),
};

const POSTAL_CODE = /^(?:\d{5}-\d{3}|\d{4}-\d{3})$/;

function share(samples: readonly string[], test: (sample: string) => boolean): number | null {
  const filled = samples.filter((sample) => !isBlank(sample));
  return filled.length === 0 ? null : filled.filter(test).length / filled.length;
}

/** The share of filled samples that look like the column's type; null where that says nothing. */
export function supportOf(column: SheetColumn, samples: readonly string[]): number | null {
  const looks = LOOKS[column.type];
  return looks ? share(samples, (sample) => looks(sample, column)) : null;
}

/** Says whether most samples can hardly be anything but this column's. */
export function isProvenBy(column: SheetColumn, samples: readonly string[]): boolean {
  const proves = PROVES[column.type];
  const test = proves
    ? (sample: string) => proves(sample, column)
    : column.key === "postalCode"
      ? (sample: string) => POSTAL_CODE.test(sample.trim())
      : null;
  return test !== null && (share(samples, test) ?? 0) >= 0.8;
}
