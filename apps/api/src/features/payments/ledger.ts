import { add, compare, subtract } from "@clientela/shared/values/money";
import sql, { raw, type Sql } from "sql-template-tag";
import type { Context } from "../../platform/context.js";
import { selectList } from "../../platform/database/columns.js";
import { isOneOfKeys } from "../../platform/lists/keys.js";
import type { BatchLoader } from "../../platform/readContext.js";
import type { ExternalId } from "../../platform/records/externalId.type.js";
import { insertIdentified } from "../../platform/records/externalIdWrites.js";
import { changeRecord, type Values } from "../../platform/records/write.js";
import { insertRecords, updateRecords } from "../../platform/records/writeMany.js";
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

/** What a source brings in: the receipt of a payment, or what a credit note is worth. */
interface Receipt {
  source: LedgerSource;
  amount: string;
  on: string;
}

/** What a source settles. */
interface Allocated {
  source: LedgerSource;
  allocations: readonly Allocation[];
  on: string;
}

/** Enters what came in, in one statement. */
export async function enterSources({ db }: Context, receipts: readonly Receipt[]): Promise<void> {
  if (receipts.length === 0) return;
  const rows = receipts.map(({ source, ...receipt }) => ({ ...namesOf(source), ...receipt }));
  await db.execute(sql`
    INSERT INTO ledger_entries (kind, payment_id, credit_note_id, amount, occurred_on)
    SELECT CASE WHEN s."paymentId" IS NULL THEN 'CREDIT' ELSE 'RECEIPT' END, s."paymentId", s."creditNoteId", s.amount, s."on"
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      AS s ("paymentId" uuid, "creditNoteId" uuid, amount numeric, "on" date)`);
}

/**
 * Enters what payments and credit notes settle, in one statement; the caller has locked and checked, and brings both
 * sides up to date.
 */
export async function enterAllocations(
  { db }: Context,
  allocated: readonly Allocated[],
): Promise<void> {
  const rows = allocated.flatMap(({ source, allocations, on }) =>
    allocations.map((allocation) => ({ ...namesOf(source), ...allocation, on })),
  );
  if (rows.length === 0) return;
  await db.execute(sql`
    INSERT INTO ledger_entries (kind, payment_id, credit_note_id, invoice_id, amount, occurred_on)
    SELECT 'ALLOCATION', a."paymentId", a."creditNoteId", a."invoiceId", a.amount, a."on"
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      AS a ("paymentId" uuid, "creditNoteId" uuid, "invoiceId" uuid, amount numeric, "on" date)`);
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
  await enterPayments(context, [{ payment, allocations }]);
  return payment;
}

/** A payment that pays one invoice and nothing else. */
export interface WholePayment {
  values: NewPayment;
  invoiceId: string;
}

/** Writes payments that pay one invoice each; the caller has locked the invoices, and brings them up to date. */
export async function insertWholePayments(
  context: Context,
  payments: readonly WholePayment[],
): Promise<void> {
  const rows = await insertRecords(
    context,
    paymentSubject,
    payments.map(({ values }) => ({ ...values, allocated: values.amount })),
  );
  const entered = rows.map((payment, index) => ({
    payment,
    allocations: [{ invoiceId: payments[index]?.invoiceId ?? "", amount: payment.amount }],
  }));
  await enterPayments(context, entered);
}

async function enterPayments(
  context: Context,
  payments: readonly { payment: Payment; allocations: readonly Allocation[] }[],
): Promise<void> {
  const entries = payments.map(({ payment: { id, amount, paidOn }, allocations }) => ({
    source: { paymentId: id },
    amount,
    allocations,
    on: paidOn ?? context.today,
  }));
  await enterSources(
    context,
    entries.map(({ source, amount, on }) => ({ source, amount, on })),
  );
  await enterAllocations(context, entries);
}

/** Allocates more of a locked payment; the caller has checked the amounts, and brings the invoices up to date. */
export async function allocate(
  context: Context,
  payment: Payment,
  allocations: readonly Allocation[],
): Promise<Payment> {
  const source = { paymentId: payment.id };
  await enterAllocations(context, [{ source, allocations, on: context.today }]);
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
 * Takes all payments of locked invoices back; what credit notes settle of them stays. What a payment paid of them is on account again; a
 * payment of nothing else is reversed as a whole, unless its money stays with us because the invoices themselves ended.
 */
export async function releaseInvoices(
  context: Context,
  invoiceIds: readonly string[],
  { keepsMoney }: { keepsMoney: boolean },
): Promise<void> {
  const { db, today } = context;
  if (invoiceIds.length === 0) return;
  const paying = await db.rowsOf<Payment, { freed: string }>(
    Payment,
    sql`
      SELECT ${selectList(Payment, "p")}, n.freed::text AS freed FROM payments p JOIN (
        SELECT e.payment_id, sum(e.amount) AS freed FROM ledger_entries e
        WHERE e.invoice_id = ANY(${invoiceIds}::uuid[]) AND e.payment_id IS NOT NULL GROUP BY e.payment_id HAVING sum(e.amount) <> 0
      ) n ON n.payment_id = p.id ORDER BY p.id FOR UPDATE OF p`,
  );
  if (paying.length === 0) return;
  const isWhole = ({ amount, freed }: { amount: string; freed: string }) =>
    !keepsMoney && compare(amount, freed) === 0;
  const whole = paying.filter(isWhole);
  const receipts = sql`e.kind = 'RECEIPT' AND e.payment_id = ANY(${whole.map(({ id }) => id)}::uuid[])`;
  await db.execute(
    reversalsOf(
      sql`e.payment_id IS NOT NULL AND (e.invoice_id = ANY(${invoiceIds}::uuid[]) OR ${receipts})`,
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
