import sql from "sql-template-tag";
import type { Context } from "../../platform/context.js";

/** The series that documents take their numbers from: its counter and the prefix of the digits. */
export const NUMBER_SERIES = {
  quote: "Q-",
  order: "O-",
  invoice: "I-",
  purchase: "P-",
  creditNote: "CN-",
} as const;

/** One of them. */
export type NumberSeries = keyof typeof NUMBER_SERIES;

// What a counter can count: longer numbers are somebody else's.
const COUNTED = /^[0-9]{1,15}$/;
const DIGITS = 6;

/**
 * The next numbers of a series, past those `given` by other systems in its form. Taken as late as possible, as
 * `nextNumber` does.
 */
export async function takeNumbers(
  context: Context,
  series: NumberSeries,
  count: number,
  given: readonly string[],
): Promise<string[]> {
  const prefix = NUMBER_SERIES[series];
  const last = given
    .filter((number) => number.startsWith(prefix) && COUNTED.test(number.slice(prefix.length)))
    .reduce((most, number) => Math.max(most, Number(number.slice(prefix.length))), 0);
  if (count === 0 && last === 0) return [];
  const row = await context.db.row<{ value: string }>(sql`
    INSERT INTO document_counters AS c (kind, value) VALUES (${series}, ${last}::bigint + ${count})
    ON CONFLICT (kind) DO UPDATE SET value = greatest(c.value, ${last}::bigint) + ${count}
    RETURNING value::text AS value`);
  if (!row) throw new Error("a counter returned no number");
  return Array.from({ length: count }, (_, nth) => {
    const value = BigInt(row.value) - BigInt(count - 1 - nth);
    return `${prefix}${String(value).padStart(DIGITS, "0")}`;
  });
}

/**
 * The next number of a series. Taken as late as possible: the counter is locked until the transaction
 * ends, so that a failed write leaves no gap.
 */
export async function nextNumber(context: Context, series: NumberSeries): Promise<string> {
  const row = await context.db.row<{ number: string }>(
    sql`SELECT next_document_number(${series}, ${NUMBER_SERIES[series]}) AS number`,
  );
  if (!row) throw new Error("a counter returned no number");
  return row.number;
}
