import { isCurrency, minorUnits } from "@clientela/shared/currencies";
import { compare } from "@clientela/shared/money";
import { lineRuling, optional, paragraphsRuling, textRule } from "@clientela/shared/textRules";
import { z } from "zod";
import { Invalid } from "../../platform/errors.js";

/** The first amount that a numeric(19, 4) column cannot hold. */
export const AMOUNT_LIMIT = "1000000000000000";

const FIRST_DAY = "1900-01-01";
const LAST_DAY = "2999-12-31";

/** How many decimals a number has that are not zeros at its end. */
export function decimalsOf(decimal: string): number {
  return (/\.(\d*?)0*$/.exec(decimal)?.[1] ?? "").length;
}

const text = (max: number) => textRule((value) => lineRuling(value, max));

/** A line of text that must be there. */
export const requiredText = text;

/** A line of text that may be missing. */
export const optionalText = (max: number) => optional(text(max));

/** Free text of several lines. */
export const notes = optional(textRule((value) => paragraphsRuling(value, 10_000)));

/** One of the values of a list; GraphQL lets only null pass besides them. */
export const oneOf = <const Values extends readonly [string, ...string[]]>(values: Values) =>
  z.enum(values, "required").optional();

/** A day that may be left out. */
export const day = z
  .string("required")
  .refine((date) => date >= FIRST_DAY && date <= LAST_DAY, {
    error: "out_of_range",
    params: { min: FIRST_DAY, max: LAST_DAY },
  })
  .optional();

/** A day that may be left out or cleared. */
export const optionalDay = day.nullable();

/** A currency that may be left out. */
export const currency = z.string("required").refine(isCurrency, "invalid_currency").optional();

/** The id of another record, which may be left out or cleared. */
export const link = z.uuid("invalid_id").nullish();

/** An exact number below `limit` on both sides of zero, with at most 4 decimals. */
export const decimal = (limit: string) =>
  z
    .string("required")
    .refine((value) => decimalsOf(value) <= 4, {
      error: "too_many_decimals",
      params: { max: 4 },
    })
    .refine((value) => compare(value, limit) < 0 && compare(value, `-${limit}`) > 0, {
      error: "out_of_range",
      params: { min: `-${limit}`, max: limit },
    });

/** Throws Invalid where an amount has more decimals than its currency's smallest unit. */
export function assertMinorUnits(path: string, amount: string, currencyCode: string): void {
  const max = minorUnits(currencyCode);
  if (decimalsOf(amount) > max) {
    throw new Invalid([{ path, code: "too_many_decimals", params: { max } }]);
  }
}
