import type { InvoiceState } from "@clientela/shared/records/enums";
import sql, { join, type Sql } from "sql-template-tag";
import type { ReadContext } from "../../platform/readContext.js";

// The same rule as `invoiceStateOn` of the shared package, for rows `r` of invoices. What is asked of the status
// stands first, so that the index of authorised ones serves it.
const authorized = (open: Sql): Sql => sql`r.status = 'AUTHORIZED' AND ${open}`;
const late = (reading: ReadContext): Sql => sql`r.due_on < ${reading.today}::date`;

/** That something of an authorised invoice `r` is still to be paid. */
export const isOutstanding = authorized(sql`r.balance > 0`);

const isSettled = authorized(sql`r.balance <= 0`);

/** The state of an invoice `r` as of today. */
export const stateNow = (reading: ReadContext): Sql => sql`
  CASE WHEN r.status <> 'AUTHORIZED' THEN r.status WHEN r.balance <= 0 THEN 'PAID'
    WHEN ${late(reading)} THEN 'OVERDUE' ELSE 'AUTHORIZED' END`;

/** That an invoice `r` is in any of the states as of today. */
export function isInState(states: readonly InvoiceState[], reading: ReadContext): Sql {
  const wanted = new Set(states);
  const stored = states.filter((state) => state !== "OVERDUE" && state !== "AUTHORIZED");
  const parts: Sql[] = [];
  if (wanted.has("OVERDUE") && wanted.has("AUTHORIZED")) parts.push(isOutstanding);
  else if (wanted.has("OVERDUE")) parts.push(sql`${isOutstanding} AND ${late(reading)}`);
  else if (wanted.has("AUTHORIZED")) parts.push(sql`${isOutstanding} AND NOT ${late(reading)}`);
  if (wanted.has("PAID")) parts.push(isSettled);
  if (stored.length > 0 || parts.length === 0) parts.push(sql`r.status = ANY(${stored}::text[])`);
  return parts.length === 1 ? (parts[0] as Sql) : sql`((${join(parts, ") OR (")}))`;
}
