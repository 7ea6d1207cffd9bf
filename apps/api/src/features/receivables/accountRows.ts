import type { InvoiceKind } from "@clientela/shared/records/enums";
import sql, { empty, type Sql } from "sql-template-tag";

/** Which side of which customer's account, from which day to which. */
export interface StatementPeriod {
  customerId: string;
  from: string;
  to: string;
  /** Sales for what the customer owes us alone, purchases for what we owe it; both, netted, where null. */
  kind: InvoiceKind | null;
}

// Invoices count from their date while they are in force.
const IN_FORCE = sql`r.deleted_at IS NULL AND r.status IN ('AUTHORIZED', 'PAID')`;

const ofKind = (column: Sql, kind: InvoiceKind | null): Sql =>
  kind === null ? empty : sql`AND ${column} = ${kind}`;

const ofDirection = (kind: InvoiceKind | null): Sql =>
  kind === null ? empty : sql`AND p.direction = ${kind === "SALES" ? "RECEIVED" : "PAID"}`;

/**
 * What moves an account, above 0 where the customer owes us more: invoices and credit notes on their date, payments on
 * their day, and what takes them back on the day of that; `rank` sorts those of a day.
 */
export const movementsOf = ({
  customerId,
  kind,
}: Pick<StatementPeriod, "customerId" | "kind">): Sql => sql`
  SELECT r.currency, r.issued_on AS day, 1 AS rank, r.id, 'INVOICE' AS type, r.number AS reference, NULL AS description,
    CASE r.kind WHEN 'SALES' THEN r.total ELSE -r.total END AS amount, r.id AS invoice_id, NULL::uuid AS payment_id, NULL::uuid AS credit_note_id
  FROM invoices r
  WHERE r.customer_id = ${customerId}::uuid AND ${IN_FORCE} AND r.total <> 0 ${ofKind(sql`r.kind`, kind)}
  UNION ALL
  SELECT p.currency, e.occurred_on, CASE e.kind WHEN 'RECEIPT' THEN 2 ELSE 3 END, p.id,
    CASE e.kind WHEN 'RECEIPT' THEN 'PAYMENT' ELSE 'REVERSAL' END, p.reference,
    CASE e.kind WHEN 'RECEIPT' THEN p.method ELSE p.reversal_reason END,
    CASE p.direction WHEN 'RECEIVED' THEN -e.amount ELSE e.amount END, NULL, p.id, NULL
  FROM payments p JOIN ledger_entries e ON e.payment_id = p.id AND e.invoice_id IS NULL
  WHERE p.customer_id = ${customerId}::uuid ${ofDirection(kind)}
  UNION ALL
  SELECT n.currency, e.occurred_on, CASE e.kind WHEN 'CREDIT' THEN 2 ELSE 3 END, n.id,
    CASE e.kind WHEN 'CREDIT' THEN 'CREDIT_NOTE' ELSE 'REVERSAL' END, n.number,
    CASE e.kind WHEN 'CREDIT' THEN NULL ELSE n.cancellation_reason END,
    CASE n.kind WHEN 'SALES' THEN -e.amount ELSE e.amount END, NULL, NULL, n.id
  FROM credit_notes n JOIN ledger_entries e ON e.credit_note_id = n.id AND e.invoice_id IS NULL
  WHERE n.customer_id = ${customerId}::uuid ${ofKind(sql`n.kind`, kind)}`;

// What a payment or credit note had brought into the account by a day, and since when. Not grouped by their keys: for people
// who see some customers a table is a subquery, of which PostgreSQL does not know that the key decides the other columns.
const givenBy = (ofOne: Sql, to: string): Sql => sql`
  SELECT sum(e.amount) AS amount, min(e.occurred_on) AS day FROM ledger_entries e
  WHERE ${ofOne} AND e.invoice_id IS NULL AND e.occurred_on <= ${to}::date`;

/**
 * What was open at the end of the last day: invoices that were not settled, and payments and credit notes that were on
 * account, with the signs of movements, so that it adds up to the closing balance. What settles an invoice counts from
 * the day on which both sides are in the account.
 */
export const openItemsOf = ({ customerId, to, kind }: Omit<StatementPeriod, "from">): Sql => sql`
  WITH settled AS MATERIALIZED (
    SELECT e.invoice_id, e.payment_id, e.credit_note_id, e.amount FROM ledger_entries e
    JOIN invoices r ON r.id = e.invoice_id
    LEFT JOIN payments p ON p.id = e.payment_id LEFT JOIN credit_notes n ON n.id = e.credit_note_id
    WHERE r.customer_id = ${customerId}::uuid AND ${IN_FORCE} AND coalesce(p.customer_id, n.customer_id) = r.customer_id
      AND greatest(e.occurred_on, r.issued_on, p.paid_on, n.issued_on) <= ${to}::date
  ), item AS (
    SELECT r.currency, r.issued_on, r.due_on, 1 AS rank, r.id, 'INVOICE' AS type, r.number AS reference,
      CASE r.kind WHEN 'SALES' THEN 1 ELSE -1 END AS sign, r.total,
      r.total - coalesce((SELECT sum(s.amount) FROM settled s WHERE s.invoice_id = r.id), 0) AS open,
      r.id AS invoice_id, NULL::uuid AS payment_id, NULL::uuid AS credit_note_id
    FROM invoices r
    WHERE r.customer_id = ${customerId}::uuid AND ${IN_FORCE} AND r.issued_on <= ${to}::date ${ofKind(sql`r.kind`, kind)}
    UNION ALL
    SELECT p.currency, coalesce(p.paid_on, given.day), NULL, 2, p.id, 'PAYMENT', p.reference,
      CASE p.direction WHEN 'RECEIVED' THEN -1 ELSE 1 END, p.amount,
      given.amount - coalesce((SELECT sum(s.amount) FROM settled s WHERE s.payment_id = p.id), 0), NULL, p.id, NULL
    FROM payments p CROSS JOIN LATERAL (${givenBy(sql`e.payment_id = p.id`, to)}) given
    WHERE p.customer_id = ${customerId}::uuid AND given.amount IS NOT NULL ${ofDirection(kind)}
    UNION ALL
    SELECT n.currency, n.issued_on, NULL, 2, n.id, 'CREDIT_NOTE', n.number,
      CASE n.kind WHEN 'SALES' THEN -1 ELSE 1 END, n.total,
      given.amount - coalesce((SELECT sum(s.amount) FROM settled s WHERE s.credit_note_id = n.id), 0), NULL, NULL, n.id
    FROM credit_notes n CROSS JOIN LATERAL (${givenBy(sql`e.credit_note_id = n.id`, to)}) given
    WHERE n.customer_id = ${customerId}::uuid AND given.amount IS NOT NULL ${ofKind(sql`n.kind`, kind)}
  )
  SELECT currency, coalesce(due_on, issued_on) AS day, rank, id, type, reference, issued_on, due_on,
    sign * total AS total, sign * open AS open, invoice_id, payment_id, credit_note_id
  FROM item WHERE open <> 0`;
