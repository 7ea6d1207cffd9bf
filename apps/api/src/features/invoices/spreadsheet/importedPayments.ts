import sql, { type Sql } from "sql-template-tag";
import type { Context } from "../../../platform/context.js";
import type { RowPart } from "../../../platform/sheets/importTable.js";
import { reversalsOf } from "../../payments/ledger.js";

const remembered = (
  { actor, requestId }: Context,
  action: "created" | "purged",
  changes: Sql,
  from: Sql,
): Sql => sql`
  INSERT INTO activity (customer_id, record_type, record_id, action, changes, actor_kind, actor_id, actor_name, request_id)
  SELECT customer_id, 'Payment', payment_id, ${action}::text, ${changes},
    ${actor.kind}, ${actor.id}::uuid, ${actor.name}, ${requestId} FROM ${from}`;

const FIRST_VALUES = sql`
  jsonb_build_array(
    jsonb_build_object('field', 'direction', 'old', NULL, 'new', direction),
    jsonb_build_object('field', 'amount', 'old', NULL, 'new', trim_scale(paid)::text),
    jsonb_build_object('field', 'currency', 'old', NULL, 'new', currency),
    jsonb_build_object('field', 'allocated', 'old', NULL, 'new', trim_scale(paid)::text)
  ) || CASE WHEN paid_on IS NULL THEN '[]' ELSE
    jsonb_build_array(jsonb_build_object('field', 'paidOn', 'old', NULL, 'new', paid_on)) END`;

/** What an imported invoice came as paid is a payment of its own, which goes with it where the import is undone. */
export const importedPayments: RowPart = {
  table: "payments",
  change: sql`'payments', NULL::text`,
  add: (within, context) => sql`
    WITH paid AS MATERIALIZED (
      SELECT uuid_v7() AS payment_id, d.id AS invoice_id, d.customer_id, d.paid, d.paid_on, d.issued_on, d.currency,
        CASE d.kind WHEN 'SALES' THEN 'RECEIVED' ELSE 'PAID' END AS direction
      FROM import_plan p JOIN invoices d ON d.id = p.record_id
      WHERE ${within} AND p.class = 'NEW' AND d.paid > 0
    ), made AS (
      INSERT INTO payments (id, customer_id, direction, paid_on, amount, currency, allocated)
      SELECT payment_id, customer_id, direction, paid_on, paid, currency, paid FROM paid
    ), entered AS (
      INSERT INTO ledger_entries (kind, payment_id, invoice_id, amount, occurred_on)
      SELECT e.kind, p.payment_id, CASE e.kind WHEN 'ALLOCATION' THEN p.invoice_id END, p.paid, coalesce(p.paid_on, p.issued_on)
      FROM paid p CROSS JOIN (VALUES ('RECEIPT'), ('ALLOCATION')) e (kind)
    ) ${remembered(context, "created", FIRST_VALUES, sql`paid`)}`,
  beforeDelete: (deleted, context) => sql`
    WITH gone AS MATERIALIZED (
      SELECT DISTINCT p.id AS payment_id, p.customer_id
      FROM import_plan u JOIN invoices d ON d.id = u.record_id
      JOIN ledger_entries e ON e.invoice_id = d.id JOIN payments p ON p.id = e.payment_id
      WHERE ${deleted} AND p.created_at = d.created_at
    ), reversed AS (
      ${reversalsOf(sql`e.payment_id IN (SELECT payment_id FROM gone)`, context.today)}
    ), deleted AS (
      DELETE FROM payments p USING gone g WHERE p.id = g.payment_id
    ) ${remembered(context, "purged", sql`'[]'::jsonb`, sql`gone`)}`,
};
