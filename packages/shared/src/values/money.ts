import { minorUnits } from "./currencies.js";

/** An exact amount, a decimal text such as "1234.50", with its ISO 4217 currency. */
export interface Money {
  amount: string;
  currency: string;
}

interface Scaled {
  units: bigint;
  scale: number;
}

const DECIMAL = /^([+-]?)(\d+)(?:\.(\d+))?$/;
// No plus sign, no leading zeros, no negative zero.
const CANONICAL = /^(?!-0(?:\.0*)?$)-?(?:0|[1-9]\d*)(?:\.\d+)?$/;

function scaled(text: string): Scaled {
  const parts = DECIMAL.exec(text);
  if (!parts) throw new RangeError(`not a decimal: ${JSON.stringify(text.slice(0, 40))}`);
  const fraction = parts[3] ?? "";
  const units = BigInt(`${parts[2] ?? ""}${fraction}`);
  return { units: parts[1] === "-" ? -units : units, scale: fraction.length };
}

function textOf({ units, scale }: Scaled): string {
  const sign = units < 0n ? "-" : "";
  const digits = (units < 0n ? -units : units).toString().padStart(scale + 1, "0");
  const whole = digits.slice(0, digits.length - scale);
  return scale === 0 ? `${sign}${whole}` : `${sign}${whole}.${digits.slice(-scale)}`;
}

function unitsAt(value: Scaled, scale: number): bigint {
  return value.units * 10n ** BigInt(scale - value.scale);
}

/**
 * Reads a plain decimal ("1234.50", no grouping, no exponent) and gives its canonical text: no plus
 * sign, no leading zeros, no negative zero, decimals kept as written. Null for any other text.
 */
export function parseDecimal(text: string): string | null {
  const trimmed = text.trim();
  return DECIMAL.test(trimmed) ? textOf(scaled(trimmed)) : null;
}

/** The exact sum of two decimals, with the decimals of the longer one. Throws a RangeError for other text. */
export function add(a: string, b: string): string {
  const [x, y] = [scaled(a), scaled(b)];
  const scale = Math.max(x.scale, y.scale);
  return textOf({ units: unitsAt(x, scale) + unitsAt(y, scale), scale });
}

/** The exact difference a - b. Throws a RangeError for other text. */
export function subtract(a: string, b: string): string {
  return add(a, negate(b));
}

/** The decimal with its sign turned. */
export function negate(a: string): string {
  const x = scaled(a);
  return textOf({ units: -x.units, scale: x.scale });
}

/** The exact product of two decimals, unrounded. Throws a RangeError for other text. */
export function multiply(a: string, b: string): string {
  const [x, y] = [scaled(a), scaled(b)];
  return textOf({ units: x.units * y.units, scale: x.scale + y.scale });
}

/** -1, 0 or 1: how two decimals compare by value, so that "1.0" equals "1". */
export function compare(a: string, b: string): -1 | 0 | 1 {
  const [x, y] = [scaled(a), scaled(b)];
  const scale = Math.max(x.scale, y.scale);
  const difference = unitsAt(x, scale) - unitsAt(y, scale);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** The decimal with exactly so many places, halves rounded away from zero. */
export function roundTo(a: string, places: number): string {
  const x = scaled(a);
  if (x.scale <= places) return textOf({ units: unitsAt(x, places), scale: places });
  const divisor = 10n ** BigInt(x.scale - places);
  const size = x.units < 0n ? -x.units : x.units;
  const rounded = (size + divisor / 2n) / divisor;
  return textOf({ units: x.units < 0n ? -rounded : rounded, scale: places });
}

/** The amount rounded to its currency's minor unit: "10.5" BRL is "10.50", "10.5" JPY is "11". */
export function roundMoney(amount: string, currency: string): string {
  return roundTo(amount, minorUnits(currency));
}

/** The amount with the decimals its currency is written with; further decimals stay unless they are zeros. */
export function withCurrencyDecimals(amount: string, currency: string): string {
  const places = minorUnits(currency);
  // Written as text, for every amount that is shown comes by here; what the database says is canonical.
  const [whole = "", decimals = ""] = (
    CANONICAL.test(amount) ? amount : textOf(scaled(amount))
  ).split(".");
  let length = decimals.length;
  while (length > places && decimals[length - 1] === "0") length -= 1;
  const shown = decimals.slice(0, length).padEnd(places, "0");
  return shown === "" ? whole : `${whole}.${shown}`;
}

/** One exact sum for each currency, the largest first, equal ones by code; never across currencies. */
export function sumByCurrency(amounts: Iterable<Money>): Money[] {
  const sums = new Map<string, string>();
  for (const { amount, currency } of amounts) {
    const before = sums.get(currency);
    sums.set(currency, before === undefined ? amount : add(before, amount));
  }
  return [...sums]
    .map(([currency, amount]) => ({ amount: withCurrencyDecimals(amount, currency), currency }))
    .sort((a, b) => compare(b.amount, a.amount) || (a.currency < b.currency ? -1 : 1));
}
