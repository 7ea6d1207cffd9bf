import type { Pool } from "pg";

/** Which invoices, payments and credit notes differ from what the ledger says of them: none. */
export async function ledgerFaults(pool: Pool): Promise<object[]> {
  const { rows } = await pool.query<object>(`
    WITH of_invoice AS (
      SELECT invoice_id, sum(amount) AS paid FROM ledger_entries WHERE invoice_id IS NOT NULL GROUP BY 1
    ), of_payment AS (
      SELECT payment_id, sum(amount) FILTER (WHERE invoice_id IS NULL) AS received,
        coalesce(sum(amount) FILTER (WHERE invoice_id IS NOT NULL), 0) AS allocated
      FROM ledger_entries WHERE payment_id IS NOT NULL GROUP BY 1
    ), of_credit_note AS (
      SELECT credit_note_id, sum(amount) FILTER (WHERE invoice_id IS NULL) AS worth,
        coalesce(sum(amount) FILTER (WHERE invoice_id IS NOT NULL), 0) AS allocated
      FROM ledger_entries WHERE credit_note_id IS NOT NULL GROUP BY 1
    )
    SELECT 'invoice' AS what, i.id, i.paid::text, l.paid::text AS "byLedger" FROM invoices i
    LEFT JOIN of_invoice l ON l.invoice_id = i.id WHERE i.paid <> coalesce(l.paid, 0)
    UNION ALL
    SELECT 'payment', p.id, p.allocated::text, l.allocated::text FROM payments p
    LEFT JOIN of_payment l ON l.payment_id = p.id
    WHERE p.allocated IS DISTINCT FROM l.allocated
      OR l.received <> CASE WHEN p.reversed_on IS NULL THEN p.amount ELSE 0 END
    UNION ALL
    SELECT 'credit note', n.id, n.allocated::text, l.allocated::text FROM credit_notes n
    LEFT JOIN of_credit_note l ON l.credit_note_id = n.id
    WHERE n.allocated IS DISTINCT FROM l.allocated
      OR l.worth <> CASE WHEN n.cancelled_on IS NULL THEN n.total ELSE 0 END
    UNION ALL
    SELECT 'status', i.id, i.status, i.balance::text FROM invoices i
    WHERE i.status = 'PAID' AND i.balance > 0 OR i.status = 'AUTHORIZED' AND i.balance = 0 AND i.total > 0`);
  return rows;
}
