import { withoutZeros } from "@clientela/shared/values/decimalRules";
import { multiply } from "@clientela/shared/values/money";

/** A number as decimal text, and whether a spreadsheet lost digits of it. */
export interface DecimalText {
  text: string;
  precisionLost: boolean;
}

const NUMBER = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,4}))?$/;
const PLAIN = /^-?(?:0|[1-9]\d{0,14})$/;

/** Digits that a spreadsheet keeps and shows of a number (IEEE 754 double, as Excel writes it). */
const KEPT_DIGITS = 15;

/**
 * The number that a workbook holds as plain decimal text: `1.2345678000195E13` is `12345678000195`.
 * Fractions whose sixteenth and seventeenth digit only spell the binary form of a double
 * (`19.989999999999998`) are rounded to the fifteen digits that the spreadsheet shows (`19.99`); all
 * others are exact. A whole number of sixteen digits or more that a spreadsheet must have rounded is
 * marked `precisionLost`. Null where the text is no number.
 */
export function decimalText(raw: string): DecimalText | null {
  if (PLAIN.test(raw)) return { text: raw === "-0" ? "0" : raw, precisionLost: false };
  const match = NUMBER.exec(raw.trim());
  if (!match) return null;
  const [, sign = "", whole = "", fraction = "", exponentText] = match;
  if (whole === "" && fraction === "") return null;
  const exponent = exponentText === undefined ? 0 : Number(exponentText);
  if (Math.abs(exponent) > 400) return null;
  let digits = whole + fraction;
  let point = whole.length + exponent;
  const zeros = /^0*/.exec(digits)?.[0].length ?? 0;
  digits = digits.slice(zeros);
  point -= zeros;
  digits = digits.replace(/0+$/, "");
  if (digits === "") return { text: "0", precisionLost: false };
  if (point >= digits.length) {
    return { text: place(sign, digits, point), precisionLost: wholeWasRounded(digits, point) };
  }
  if (digits.length > KEPT_DIGITS && spellsADouble(digits, point)) {
    const rounded = Number(`0.${digits}e${point}`).toPrecision(KEPT_DIGITS);
    return decimalText(sign + rounded);
  }
  return { text: place(sign, digits, point), precisionLost: false };
}

/** A share as the percentage that a spreadsheet shows: "0.075" is "7.5%". */
export const percentText = (share: string): string => `${withoutZeros(multiply(share, "100"))}%`;

/** Digits with the decimal point after `point` of them. */
function place(sign: string, digits: string, point: number): string {
  const minus = sign === "-" ? "-" : "";
  if (point <= 0) return `${minus}0.${"0".repeat(-point)}${digits}`;
  if (point >= digits.length) return minus + digits.padEnd(point, "0");
  return `${minus}${digits.slice(0, point)}.${digits.slice(point)}`;
}

function wholeWasRounded(significant: string, length: number): boolean {
  if (length <= KEPT_DIGITS) return false;
  // Excel keeps fifteen digits and writes zeros after them.
  if (significant.length <= KEPT_DIGITS) return true;
  const exact = BigInt(significant.padEnd(length, "0"));
  // A program that keeps doubles whole can hold these exactly; above, only a number that no double
  // equals shows that it was never rounded.
  if (exact <= BigInt(Number.MAX_SAFE_INTEGER)) return false;
  const double = Number(exact);
  return BigInt(double) === exact || String(double) === exact.toString();
}

function spellsADouble(digits: string, point: number): boolean {
  const value = Number(`0.${digits}e${point}`);
  const spelled = (text: string): string =>
    text.replace(/e.*$/, "").replace(".", "").replace(/^0+/, "").replace(/0+$/, "");
  return spelled(String(value)) === digits || spelled(value.toPrecision(17)) === digits;
}
