import { isCalendarDate } from "@clientela/shared/values/dates";
import { compare, parseDecimal } from "@clientela/shared/values/money";
import sql from "sql-template-tag";
import { z } from "zod";
import { Invalid } from "../errors.js";
import type { KeptMetric } from "../lists/kept/keptMetric.js";
import type { MetricRange } from "../lists/kept/metricRange.js";
import type { ReadContext } from "../readContext.js";
import { DateRange, IntRange, MoneyRange } from "../types/range.input.js";
import { parseInput } from "./parseInput.js";

const decimal = z
  .string()
  .refine((text) => parseDecimal(text) !== null, { error: "invalid" })
  .nullish();
const day = z.string().refine(isCalendarDate, { error: "invalid" }).nullish();
const currency = z
  .string()
  .regex(/^[A-Z]{3}$/)
  .nullish();

const rules = {
  money: z.object({ from: decimal, to: decimal, currency }),
  count: z.object({ from: z.int().nullish(), to: z.int().nullish() }),
  days: z.object({ from: day, to: day }),
};

/** The input that a range of a metric's values is given by. */
export function rangeInputOf({ unit }: KeptMetric) {
  if (typeof unit === "object") return DateRange;
  return unit === "money" ? MoneyRange : IntRange;
}

/**
 * Reads a range of a metric's values. Throws Invalid with the path of what is wrong.
 * @param path where it stands, such as `filter.outstanding`
 */
export function readRange(
  { unit }: KeptMetric,
  path: string,
  value: unknown,
  reading: ReadContext,
): MetricRange {
  const parsed = <Schema extends z.ZodType>(schema: Schema): z.output<Schema> =>
    parseInput(schema, value, path);
  if (typeof unit === "object") {
    const { from, to } = parsed(rules.days);
    if (from && to && to < from) throw endsBeforeStart(path);
    if (from == null && to == null) return { currency: "", conditions: [], includesNone: true };
    const conditions = unit.within(from ?? null, to ?? null, reading);
    return { currency: "", conditions, includesNone: false };
  }
  const amounts = unit === "money" ? parsed(rules.money) : null;
  const { from, to } = amounts ?? parsed(rules.count);
  const [least, most] = [from, to].map((end) => (end == null ? null : String(end)));
  if (least != null && most != null && compare(least, most) > 0) throw endsBeforeStart(path);
  return {
    currency: amounts ? (amounts.currency ?? reading.organisation.currency) : "",
    conditions: [
      ...(least == null ? [] : [sql`v.value >= ${least}::numeric`]),
      ...(most == null ? [] : [sql`v.value <= ${most}::numeric`]),
    ],
    includesNone:
      (least == null || compare(least, "0") <= 0) && (most == null || compare(most, "0") >= 0),
  };
}

const endsBeforeStart = (path: string) =>
  new Invalid([{ path: `${path}.to`, code: "ends_before_start" }]);
