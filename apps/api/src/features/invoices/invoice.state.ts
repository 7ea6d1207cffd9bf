import type { InvoiceState } from "@clientela/shared/enums";
import sql, { join, type Sql } from "sql-template-tag";
import type { Context } from "../../platform/context.js";

// The same rule as `invoiceStateOn` of the shared package, for rows `r` of invoices.
const late = (context: Context): Sql => sql`r.due_on < ${context.today}::date AND r.balance > 0`;

/** That an invoice `r` is overdue; written so that the index of open ones serves it. */
export const isOverdue = (context: Context): Sql =>
  sql`r.status = 'AUTHORIZED' AND ${late(context)}`;

/** The state of an invoice `r` as of today. */
export const stateNow = (context: Context): Sql =>
  sql`CASE WHEN ${isOverdue(context)} THEN 'OVERDUE' ELSE r.status END`;

/** That an invoice `r` is in any of the states as of today. */
export function isInState(states: readonly InvoiceState[], context: Context): Sql {
  const wanted = new Set(states);
  const both = wanted.has("AUTHORIZED") && wanted.has("OVERDUE");
  const stored = states.filter((state) => state !== "OVERDUE" && (both || state !== "AUTHORIZED"));
  const parts: Sql[] = [];
  if (wanted.has("OVERDUE") && !both) parts.push(isOverdue(context));
  if (wanted.has("AUTHORIZED") && !both) {
    parts.push(sql`r.status = 'AUTHORIZED' AND NOT (${late(context)})`);
  }
  if (stored.length > 0 || parts.length === 0) parts.push(sql`r.status = ANY(${stored}::text[])`);
  return parts.length === 1 ? (parts[0] as Sql) : sql`((${join(parts, ") OR (")}))`;
}
