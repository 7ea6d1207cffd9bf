import sql, { type Sql } from "sql-template-tag";
import type { Context } from "../../platform/context.js";
import type { RowPart } from "../../platform/sheets/importTable.js";
import { reversalsOf } from "../payments/ledger.js";

// The invoices that the plan of rows `p` lets their payments settle.
const planned = (within: Sql): Sql => sql`
  SELECT (a.item->>'invoiceId')::uuid FROM import_plan p
  CROSS JOIN LATERAL jsonb_array_elements(p.proposal->'allocations') a (item) WHERE ${within}`;

/** Locks customers, then invoices, as whoever registers a payment does, so that no two writers wait for each other. */
export const lockBeforePaying = (within: Sql): Sql => sql`
  WITH payers AS MATERIALIZED (
    SELECT c.id FROM customers c WHERE c.id IN (SELECT p.parent_id FROM import_plan p WHERE ${within})
    ORDER BY c.id FOR KEY SHARE
  ), paid AS MATERIALIZED (
    SELECT i.id FROM invoices i
    WHERE i.id IN (${planned(within)}) AND (SELECT count(*) FROM payers) >= 0 ORDER BY i.id FOR UPDATE
  ) SELECT count(*) FROM paid`;

/** Locks the invoices that the payments of rows `u` settle, before these payments are locked. */
export const lockBeforeUndo = (within: Sql): Sql => sql`
  SELECT i.id FROM invoices i WHERE i.id IN (
    SELECT e.invoice_id FROM ledger_entries e JOIN import_plan u ON u.record_id = e.payment_id WHERE ${within})
  ORDER BY i.id FOR UPDATE`;

// Brings invoices up to date with what was `settled` of them (`invoice_id`, `amount`, below zero where it is taken back, and
// the last day on which one was paid), and writes their history.
const settle = ({ actor, requestId }: Context): Sql => sql`
  settling AS MATERIALIZED (
    SELECT i.id, i.customer_id, i.status, i.paid, i.paid_on, i.paid + s.amount AS paid_now, s.paid_on AS paid_on_now, s.amount > 0 AS is_more,
      CASE WHEN i.status NOT IN ('AUTHORIZED', 'PAID') THEN i.status
        WHEN i.paid + s.amount >= i.total THEN 'PAID' ELSE 'AUTHORIZED' END AS status_now
    FROM settled s JOIN invoices i ON i.id = s.invoice_id
  ), changed AS (
    UPDATE invoices i SET paid = s.paid_now, paid_on = s.paid_on_now, status = s.status_now, updated_at = now(), version = i.version + 1
    FROM settling s WHERE i.id = s.id
  )
  INSERT INTO activity (customer_id, record_type, record_id, action, changes, actor_kind, actor_id, actor_name, request_id)
  SELECT s.customer_id, 'Invoice', s.id,
    CASE WHEN NOT s.is_more THEN 'updated' WHEN s.status_now = 'PAID' THEN 'paid' ELSE 'partly_paid' END,
    jsonb_build_array(jsonb_build_object('field', 'paid', 'old', trim_scale(s.paid)::text, 'new', trim_scale(s.paid_now)::text))
    || CASE WHEN s.status = s.status_now THEN '[]' ELSE
      jsonb_build_array(jsonb_build_object('field', 'status', 'old', s.status, 'new', s.status_now)) END
    || CASE WHEN s.paid_on IS NOT DISTINCT FROM s.paid_on_now THEN '[]' ELSE
      jsonb_build_array(jsonb_build_object('field', 'paidOn', 'old', s.paid_on, 'new', s.paid_on_now)) END,
    ${actor.kind}, ${actor.id}::uuid, ${actor.name}, ${requestId}
  FROM settling s ORDER BY s.id`;

/**
 * A payment that comes from a bank's file is entered into the ledger with what its plan lets it pay: never more than an
 * invoice owes by then, the rest stays on account. Undoing reverses what stands of it.
 */
export const importedAllocations: RowPart = {
  table: "ledger_entries",
  change: sql`'allocations', NULL::text`,
  add: (within, context) => sql`
    WITH made AS MATERIALIZED (
      SELECT p.import_id, p.line, p.proposal, y.id, y.customer_id, y.amount, y.currency, y.paid_on,
        CASE y.direction WHEN 'RECEIVED' THEN 'SALES' ELSE 'PURCHASE' END AS kind
      FROM import_plan p JOIN payments y ON y.id = p.record_id WHERE ${within} AND p.class = 'NEW'
    ), wanted AS MATERIALIZED (
      SELECT m.line, m.id AS payment_id, m.paid_on, i.id AS invoice_id, i.balance, a.n, (a.item->>'amount')::numeric AS amount
      FROM made m CROSS JOIN LATERAL jsonb_array_elements(m.proposal->'allocations') WITH ORDINALITY a (item, n)
      JOIN invoices i ON i.id = (a.item->>'invoiceId')::uuid
      WHERE i.deleted_at IS NULL AND i.status = 'AUTHORIZED' AND i.customer_id = m.customer_id AND i.currency = m.currency AND i.kind = m.kind
    ), given AS MATERIALIZED (
      SELECT w.*, least(w.amount, w.balance - w.before) AS part FROM (
        SELECT w.*, coalesce(sum(w.amount) OVER (
          PARTITION BY w.invoice_id ORDER BY w.line, w.n ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) AS before
        FROM wanted w) w
      WHERE w.balance > w.before
    ), received AS (
      INSERT INTO ledger_entries (kind, payment_id, amount, occurred_on)
      SELECT 'RECEIPT', m.id, m.amount, m.paid_on FROM made m ORDER BY m.line
    ), entered AS (
      INSERT INTO ledger_entries (kind, payment_id, invoice_id, amount, occurred_on)
      SELECT 'ALLOCATION', g.payment_id, g.invoice_id, g.part, g.paid_on FROM given g ORDER BY g.line, g.n
    ), allocated AS (
      UPDATE payments y SET allocated = g.part FROM (
        SELECT g.payment_id, sum(g.part) AS part FROM given g GROUP BY 1) g
      WHERE y.id = g.payment_id
    ), noted AS (
      UPDATE import_plan p SET issues = coalesce(p.issues, '[]') || '[{"field":null,"code":"allocated_less","severity":"warning"}]'
      FROM made m LEFT JOIN (SELECT g.line, sum(g.part) AS part FROM given g GROUP BY 1) g ON g.line = m.line
      WHERE p.import_id = m.import_id AND p.line = m.line AND coalesce(g.part, 0) < (
        SELECT coalesce(sum((a.item->>'amount')::numeric), 0) FROM jsonb_array_elements(m.proposal->'allocations') a (item))
    ), settled AS (
      SELECT g.invoice_id, sum(g.part) AS amount, greatest(max(g.paid_on), max(i.paid_on)) AS paid_on
      FROM given g JOIN invoices i ON i.id = g.invoice_id GROUP BY 1
    ), ${settle(context)}`,
  beforeDelete: (deleted, context) => sql`
    WITH gone AS MATERIALIZED (
      SELECT u.record_id AS payment_id FROM import_plan u WHERE ${deleted}
    ), reversed AS (
      ${reversalsOf(sql`e.payment_id IN (SELECT g.payment_id FROM gone g)`, context.today)}
    ), settled AS (
      SELECT e.invoice_id, -sum(e.amount) AS amount, (
        SELECT max(y.paid_on) FROM payments y WHERE y.id NOT IN (SELECT g.payment_id FROM gone g) AND y.id IN (
          SELECT x.payment_id FROM ledger_entries x WHERE x.invoice_id = e.invoice_id
          GROUP BY x.payment_id HAVING sum(x.amount) > 0)) AS paid_on
      FROM ledger_entries e JOIN gone g ON g.payment_id = e.payment_id
      WHERE e.invoice_id IS NOT NULL GROUP BY e.invoice_id HAVING sum(e.amount) <> 0
    ), ${settle(context)}`,
};
