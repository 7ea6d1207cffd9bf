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

/**
 * The next number of a series. Taken as late as possible: the counter is locked until the transaction
 * ends, so that a failed write leaves no gap.
 */
export async function nextNumber(
  context: Context,
  series: keyof typeof NUMBER_SERIES,
): Promise<string> {
  const row = await context.db.row<{ number: string }>(
    sql`SELECT next_document_number(${series}, ${NUMBER_SERIES[series]}) AS number`,
  );
  if (!row) throw new Error("a counter returned no number");
  return row.number;
}
