import { z } from "zod";
import { minorUnits } from "./currencies.js";
import type { IssueCode } from "./issues.js";
import { compare, parseDecimal } from "./money.js";

/** How many decimals the columns of amounts and quantities keep. */
const STORED_DECIMALS = 4;

/** The first amount that a numeric(19, 4) column cannot hold. */
export const AMOUNT_LIMIT = "1000000000000000";

/** The first quantity that a numeric(14, 4) column cannot hold. */
export const QUANTITY_LIMIT = "10000000000";

/** How many decimals a number has, without trailing zeros. */
export function decimalsOf(decimal: string): number {
  return (/\.(\d*?)0*$/.exec(decimal)?.[1] ?? "").length;
}

/** A number without zeros at the end of its decimals, as a column fills them up. */
export function withoutZeros(decimal: string): string {
  return decimal.includes(".") ? decimal.replace(/\.?0+$/, "") : decimal;
}

/** Whether an amount can be written in its currency's smallest unit. */
export function fitsCurrency(amount: string, currency: string): boolean {
  return decimalsOf(amount) <= minorUnits(currency);
}

/** Whether a number lies below `limit` on both sides of zero. */
export function isWithin(decimal: string, limit: string): boolean {
  return compare(decimal, limit) < 0 && compare(decimal, `-${limit}`) > 0;
}

/** An exact decimal number as text, within `limit` and with as many decimals as are stored. */
export const decimal = (limit: string) =>
  z
    .string({
      error: ({ input }) =>
        input === undefined || input === null ? "required" : ("invalid_number" satisfies IssueCode),
    })
    .refine((text) => parseDecimal(text) !== null, {
      error: "invalid_number" satisfies IssueCode,
      abort: true,
    })
    .transform((text) => parseDecimal(text) ?? text)
    .refine((value) => decimalsOf(value) <= STORED_DECIMALS, {
      error: "too_many_decimals" satisfies IssueCode,
      params: { max: STORED_DECIMALS },
    })
    .refine((value) => isWithin(value, limit), {
      error: "out_of_range" satisfies IssueCode,
      params: { min: `-${limit}`, max: limit },
    });

/** A percentage from 0 to 100, with as many decimals as are stored. */
export const percentage = decimal(AMOUNT_LIMIT).refine(
  (value) => compare(value, "0") >= 0 && compare(value, "100") <= 0,
  { error: "out_of_range" satisfies IssueCode, params: { min: 0, max: 100 } },
);

/** An exact decimal number above zero. */
export const positiveDecimal = (limit: string) =>
  decimal(limit).refine((value) => compare(value, "0") > 0, {
    error: "not_positive" satisfies IssueCode,
  });
