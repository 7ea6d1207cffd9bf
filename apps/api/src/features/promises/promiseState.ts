import type { PromiseState } from "@clientela/shared/promises/promiseFields";
import sql, { join, raw, type Sql } from "sql-template-tag";
import { isOneOfKeys } from "../../platform/lists/keys.js";
import type { BatchLoader } from "../../platform/readContext.js";

/** A promise's state, and how much of it came by its day. */
export interface PromiseStanding {
  state: PromiseState;
  received: string;
}

// What was allocated to the invoices that a promise names, from the day it was made to its last one.
const ofItsInvoices = (promise: Sql): Sql => sql`
  SELECT sum(e.amount) FROM ledger_entries e
  WHERE e.invoice_id = ANY(${promise}.invoice_ids) AND e.kind = 'ALLOCATION'
    AND e.occurred_on BETWEEN ${promise}.made_on AND ${promise}.due_on
    AND NOT EXISTS (SELECT 1 FROM ledger_entries v WHERE v.reverses = e.id)`;

// What the customer paid from the day the promise was made to its last one.
const ofItsCustomer = (promise: Sql): Sql => sql`
  SELECT sum(p.amount) FROM payments p
  WHERE p.customer_id = ${promise}.customer_id AND p.currency = ${promise}.currency AND p.direction = 'RECEIVED'
    AND p.paid_on BETWEEN ${promise}.made_on AND ${promise}.due_on
    AND p.reversed_on IS NULL AND p.deleted_at IS NULL`;

// Instalments: money counts for the promise that is due first.
const dueBefore = (promise: Sql): Sql => sql`
  SELECT sum(o.amount) FROM promises_to_pay o
  WHERE o.customer_id = ${promise}.customer_id AND o.currency = ${promise}.currency AND o.invoice_ids = '{}'
    AND o.deleted_at IS NULL AND o.due_on >= ${promise}.made_on
    AND (o.due_on, o.id) < (${promise}.due_on, ${promise}.id)`;

/** How much of a promise came by its day. */
const receivedOf = (promise: Sql): Sql => sql`
  least(${promise}.amount, greatest(0, CASE WHEN ${promise}.invoice_ids = '{}'
    THEN coalesce((${ofItsCustomer(promise)}), 0) - coalesce((${dueBefore(promise)}), 0)
    ELSE coalesce((${ofItsInvoices(promise)}), 0) END))`;

/** Matches promises that are in a state on a day: the only place that defines what kept and broken are. */
function inState(state: PromiseState, today: string, promise: Sql): Sql {
  const kept = sql`${receivedOf(promise)} >= ${promise}.amount`;
  const due = (comparison: "<" | "=" | ">") =>
    sql`${promise}.due_on ${raw(comparison)} ${today}::date AND NOT ${kept}`;
  switch (state) {
    case "UPCOMING":
      return due(">");
    case "DUE_TODAY":
      return due("=");
    case "BROKEN":
      return due("<");
    case "KEPT":
      return kept;
  }
}

/** Matches promises that are in any of the states on a day. */
export function inAnyState(
  states: readonly PromiseState[],
  today: string,
  promise: Sql = raw("r"),
): Sql {
  const wanted = [...new Set(states)].map((one) => sql`(${inState(one, today, promise)})`);
  return wanted.length === 0 ? sql`false` : sql`(${join(wanted, " OR ")})`;
}

/** How promises stand, by id. */
export const standingOf: BatchLoader<string, undefined, PromiseStanding | null> = async (
  ids,
  _none,
  { db, today },
) => {
  const rows = await db.rows<PromiseStanding & { id: string }>(sql`
    SELECT s.id, s.received::text AS received, CASE
      WHEN s.received >= s.amount THEN 'KEPT' WHEN s.due_on < ${today}::date THEN 'BROKEN'
      WHEN s.due_on = ${today}::date THEN 'DUE_TODAY' ELSE 'UPCOMING' END AS state
    FROM (
      SELECT r.id, r.amount, r.due_on, ${receivedOf(raw("r"))} AS received
      FROM promises_to_pay r WHERE ${isOneOfKeys(sql`r.id`, ids)}
    ) s`);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => byId.get(id) ?? null);
};
