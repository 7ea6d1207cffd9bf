import { add, compare, subtract } from "@clientela/shared/values/money";
import sql, { raw, type Sql } from "sql-template-tag";
import type { Context } from "../../platform/context.js";
import { selectList } from "../../platform/database/columns.js";
import { isOneOfKeys } from "../../platform/lists/keys.js";
import type { BatchLoader } from "../../platform/readContext.js";
import type { ExternalId } from "../../platform/records/externalId.type.js";
import { insertIdentified } from "../../platform/records/externalIdWrites.js";
import { changeRecord, type Values } from "../../platform/records/write.js";
import { updateRecords } from "../../platform/records/writeMany.js";
import { grouped } from "../../platform/request/loader.js";
import { Payment } from "./payment.entity.js";
import { paymentSubject } from "./payment.service.js";

/** How much of a payment or credit note settles an invoice. */
export interface Allocation {
  invoiceId: string;
  amount: string;
}

/** A new payment. */
export type NewPayment = Values<Payment> &
  Pick<Payment, "customerId" | "direction" | "amount" | "currency"> & { paidOn: string };

/** What settles invoices: a payment, or a credit note. */
export type LedgerSource = { paymentId: string } | { creditNoteId: string };

// A source as the two columns that name it.
const namesOf = (
  source: LedgerSource,
): { paymentId: string | null; creditNoteId: string | null } => ({
  paymentId: null,
  creditNoteId: null,
  ...source,
});

/** The sum of allocations, added to what was allocated before. */
export const sumOfAllocations = (allocations: readonly Allocation[], before = "0"): string =>
  allocations.reduce((sum, { amount }) => add(sum, amount), before);

/** Enters what came in: the receipt of a payment, or what a credit note is worth. */
export async function enterSource(
  { db }: Context,
  source: LedgerSource,
  { amount, on }: { amount: string; on: string },
): Promise<void> {
  const { paymentId, creditNoteId } = namesOf(source);
  const kind = paymentId === null ? "CREDIT" : "RECEIPT";
  await db.execute(sql`
    INSERT INTO ledger_entries (kind, payment_id, credit_note_id, amount, occurred_on)
    VALUES (${kind}, ${paymentId}::uuid, ${creditNoteId}::uuid, ${amount}::numeric, ${on}::date)`);
}

/** Enters what a payment or credit note settles; the caller has locked and checked, and brings both sides up to date. */
export async function enterAllocations(
  { db }: Context,
  source: LedgerSource,
  allocations: readonly Allocation[],
  on: string,
): Promise<void> {
  if (allocations.length === 0) return;
  const { paymentId, creditNoteId } = namesOf(source);
  await db.execute(sql`
    INSERT INTO ledger_entries (kind, payment_id, credit_note_id, invoice_id, amount, occurred_on)
    SELECT 'ALLOCATION', ${paymentId}::uuid, ${creditNoteId}::uuid, a."invoiceId", a.amount, ${on}::date
    FROM jsonb_to_recordset(${JSON.stringify(allocations)}::jsonb) AS a ("invoiceId" uuid, amount numeric)`);
}

/**
 * Writes a payment, its receipt and what it pays into the ledger. The caller has locked the invoices and checked
 * the amounts, and brings the invoices up to date.
 */
export async function insertPayment(
  context: Context,
  values: NewPayment,
  allocations: readonly Allocation[],
  externalIds: readonly ExternalId[] = [],
): Promise<Payment> {
  const payment = await insertIdentified(
    context,
    paymentSubject,
    { ...values, allocated: sumOfAllocations(allocations) },
    externalIds,
  );
  await enterSource(
    context,
    { paymentId: payment.id },
    { amount: values.amount, on: values.paidOn },
  );
  await enterAllocations(context, { paymentId: payment.id }, allocations, values.paidOn);
  return payment;
}

/** Allocates more of a locked payment; the caller has checked the amounts, and brings the invoices up to date. */
export async function allocate(
  context: Context,
  payment: Payment,
  allocations: readonly Allocation[],
): Promise<Payment> {
  await enterAllocations(context, { paymentId: payment.id }, allocations, context.today);
  const allocated = sumOfAllocations(allocations, payment.allocated);
  return changeRecord(
    context,
    paymentSubject,
    payment,
    payment.version,
    { allocated },
    "allocated",
  );
}

/** Inserts the reversals of those entries `e` that stand and are `which`, as of today or of their own day if that is later. */
export const reversalsOf = (which: Sql, today: string): Sql => sql`
  INSERT INTO ledger_entries (kind, payment_id, credit_note_id, invoice_id, amount, reverses, occurred_on)
  SELECT 'REVERSAL', e.payment_id, e.credit_note_id, e.invoice_id, -e.amount, e.id, greatest(e.occurred_on, ${today}::date)
  FROM ledger_entries e
  WHERE e.kind <> 'REVERSAL' AND NOT EXISTS (SELECT 1 FROM ledger_entries x WHERE x.reverses = e.id) AND ${which}`;

/** Reverses what a locked payment or credit note entered; the caller brings both sides up to date. */
export async function reverseSource(context: Context, source: LedgerSource): Promise<void> {
  const { paymentId, creditNoteId } = namesOf(source);
  const own =
    paymentId === null
      ? sql`e.credit_note_id = ${creditNoteId}::uuid`
      : sql`e.payment_id = ${paymentId}::uuid`;
  await context.db.execute(reversalsOf(own, context.today));
}

/** Reverses a locked payment with all that it pays; the caller brings the invoices up to date. */
export async function reverse(
  context: Context,
  payment: Payment,
  reason: string,
): Promise<Payment> {
  await reverseSource(context, { paymentId: payment.id });
  const values = { allocated: "0", reversedOn: context.today, reversalReason: reason };
  return changeRecord(context, paymentSubject, payment, payment.version, values, "reversed");
}

/**
 * Takes all payments of a locked invoice back; what credit notes settle of it stays. What a payment paid of it is on account again; a payment of nothing
 * else is reversed as a whole, unless its money stays with us because the invoice itself ended.
 */
export async function releaseInvoice(
  context: Context,
  invoiceId: string,
  { keepsMoney }: { keepsMoney: boolean },
): Promise<void> {
  const { db, today } = context;
  const paying = await db.rowsOf<Payment, { freed: string }>(
    Payment,
    sql`
      SELECT ${selectList(Payment, "p")}, n.freed::text AS freed FROM payments p JOIN (
        SELECT e.payment_id, sum(e.amount) AS freed FROM ledger_entries e
        WHERE e.invoice_id = ${invoiceId}::uuid GROUP BY e.payment_id HAVING sum(e.amount) <> 0
      ) n ON n.payment_id = p.id ORDER BY p.id FOR UPDATE OF p`,
  );
  if (paying.length === 0) return;
  const isWhole = ({ amount, freed }: { amount: string; freed: string }) =>
    !keepsMoney && compare(amount, freed) === 0;
  const whole = paying.filter(isWhole);
  const receipts = sql`e.kind = 'RECEIPT' AND e.payment_id = ANY(${whole.map(({ id }) => id)}::uuid[])`;
  await db.execute(
    reversalsOf(
      sql`e.payment_id IS NOT NULL AND (e.invoice_id = ${invoiceId}::uuid OR ${receipts})`,
      today,
    ),
  );
  const released = (current: Payment & { freed: string }) => ({
    allocated: subtract(current.allocated, current.freed),
  });
  await updateRecords(
    context,
    paymentSubject,
    whole.map((current) => ({ current, values: { ...released(current), reversedOn: today } })),
    "reversed",
  );
  await updateRecords(
    context,
    paymentSubject,
    paying
      .filter((current) => !isWhole(current))
      .map((current) => ({ current, values: released(current) })),
    "allocated",
  );
}

/** What payments and credit notes have settled of invoices by the ledger, and the day of the last payment; in the order of their ids. */
export async function paidOf(
  { db }: Context,
  invoiceIds: readonly string[],
): Promise<{ paid: string; paidOn: string | null }[]> {
  const rows = await db.rows<{ id: string; paid: string; paidOn: string | null }>(sql`
    SELECT n.invoice_id AS id, sum(n.amount)::text AS paid, max(p.paid_on)::text AS "paidOn"
    FROM (
      SELECT e.invoice_id, e.payment_id, sum(e.amount) AS amount FROM ledger_entries e
      WHERE e.invoice_id = ANY(${[...invoiceIds]}::uuid[]) GROUP BY 1, 2 HAVING sum(e.amount) <> 0
    ) n LEFT JOIN payments p ON p.id = n.payment_id GROUP BY n.invoice_id`);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return invoiceIds.map((id) => byId.get(id) ?? { paid: "0", paidOn: null });
}

/** An allocation that stands, and the day from which it does. */
export interface StandingAllocation extends Allocation {
  allocatedOn: string;
}

const allocationsBy =
  (column: "payment_id" | "credit_note_id"): BatchLoader<string, undefined, StandingAllocation[]> =>
  async (ids, _, { db }) => {
    const source = raw(`e.${column}`);
    const rows = await db.rows<StandingAllocation & { sourceId: string }>(sql`
      SELECT ${source} AS "sourceId", e.invoice_id AS "invoiceId", sum(e.amount)::text AS amount,
        max(e.occurred_on) FILTER (WHERE e.amount > 0)::text AS "allocatedOn"
      FROM ledger_entries e WHERE ${isOneOfKeys(source, ids)} AND e.invoice_id IS NOT NULL
      GROUP BY ${source}, e.invoice_id HAVING sum(e.amount) <> 0 ORDER BY min(e.id)`);
    return grouped(ids, rows, ({ sourceId }) => sourceId);
  };

/** What payments pay, in the order in which it was allocated. */
export const allocationsByPayment = allocationsBy("payment_id");

/** What credit notes settle, in the order in which it was allocated. */
export const allocationsByCreditNote = allocationsBy("credit_note_id");

/** How much of invoices credit notes settle. */
export const creditedByInvoice: BatchLoader<string, undefined, string> = async (ids, _, { db }) => {
  const rows = await db.rows<{ id: string; credited: string }>(sql`
    SELECT e.invoice_id AS id, sum(e.amount)::text AS credited FROM ledger_entries e
    WHERE ${isOneOfKeys(sql`e.invoice_id`, ids)} AND e.credit_note_id IS NOT NULL GROUP BY e.invoice_id`);
  const byId = new Map(rows.map(({ id, credited }) => [id, credited]));
  return ids.map((id) => byId.get(id) ?? "0");
};
