import type { InvoiceStatus } from "@clientela/shared/records/enums";
import sql from "sql-template-tag";
import type { Context } from "../../platform/context.js";
import { Invalid } from "../../platform/errors.js";
import { parseInput } from "../../platform/graph/parseInput.js";
import { trashRecords } from "../../platform/records/trash.js";
import type { Values } from "../../platform/records/write.js";
import { type DocumentUpsertKind, DocumentUpserts } from "../documents/documentUpserts.js";
import { Order } from "../orders/order.entity.js";
import { creditedByInvoice } from "../payments/ledger.js";
import { lockReferences, type References } from "../upserts/lockReferences.js";
import type {
  KindTrash,
  UpsertBatch,
  UpsertChange,
  UpsertEntry,
  UpsertKind,
  UpsertPlan,
  WrittenEntry,
} from "../upserts/upsertKind.js";
import type { Invoice } from "./invoice.entity.js";
import { UpsertInvoiceItem } from "./invoice.input.js";
import { invoiceLines } from "./invoice.list.js";
import { assertDue, invoiceLifecycle, invoiceRules, paymentsAfter } from "./invoice.rules.js";
import { dueAfter, invoiceSubject, OPEN } from "./invoice.service.js";
import { followStatuses } from "./invoiceLedger.js";
import { lockSupplierNumbers, seriesOf } from "./invoiceNumber.js";

/** How other systems write invoices, with numbers of their own. */
export const invoiceUpserts: UpsertKind<Invoice, UpsertInvoiceItem> & { trash: KindTrash } = {
  plural: "Invoices",
  subject: invoiceSubject,
  permission: "invoices:write",
  item: UpsertInvoiceItem,
  trash: {
    move: (context, ids) => trashRecords(context, invoiceSubject, ids),
    kept: { when: sql`r.paid <> 0`, code: "paid_invoice" },
  },
  takesCustomer: true,
  defaults: { kind: "SALES", status: "DRAFT", paid: "0" },
  async open(context, batch) {
    const { source, items, customers } = batch;
    if (items.some(({ kind, number }) => kind === "PURCHASE" && number)) {
      await lockSupplierNumbers(
        context,
        customers.map(({ id }) => id),
      );
    }
    const ids = customers.map(({ id }) => id);
    const documents = await DocumentUpserts.open(context, documentKind(ids), batch);
    const wanted = items.map(({ orderId: id, orderExternalId: externalId }) => ({
      id,
      externalId,
    }));
    const orders = await lockReferences(context, ORDERS, source, wanted);
    return new InvoicePlan(context, batch, documents, orders);
  },
};

const ORDERS = { type: Order, name: "Order" } as const;

const documentKind = (
  customerIds: readonly string[],
): DocumentUpsertKind<InvoiceStatus, Invoice> => ({
  lines: invoiceLines,
  lifecycle: invoiceLifecycle,
  open: OPEN,
  seriesOf: ({ kind }) => seriesOf(kind),
  // A sales invoice has a number of ours, a purchase invoice one of its supplier.
  numberKey: ({ kind, customerId, number }) =>
    kind === "PURCHASE" ? `${customerId} ${number}` : `SALES ${number}`,
  numberHolders: ({ db }, numbers) =>
    db.rows(sql`
      SELECT r.id, 'SALES ' || r.number AS key FROM public.invoices r
      WHERE r.kind = 'SALES' AND r.number = ANY(${numbers}::text[])
      UNION ALL
      SELECT r.id, r.customer_id || ' ' || r.number FROM public.invoices r
      WHERE r.kind = 'PURCHASE' AND r.customer_id = ANY(${customerIds}::uuid[]) AND r.number = ANY(${numbers}::text[])
        AND r.deleted_at IS NULL`),
});

class InvoicePlan implements UpsertPlan<Invoice, UpsertInvoiceItem> {
  private credited = new Map<string, string>();

  constructor(
    private readonly context: Context,
    private readonly batch: UpsertBatch<Invoice, UpsertInvoiceItem>,
    private readonly documents: DocumentUpserts<InvoiceStatus, Invoice>,
    private readonly orders: References<Order>,
  ) {}

  async read(): Promise<void> {
    await this.documents.read();
    if (!this.batch.items.some(({ status }) => status === "CANCELLED")) return;
    const ids = this.batch.entries.flatMap(({ stored }) => stored?.id ?? []);
    const credited = await creditedByInvoice(ids, undefined, this.context);
    this.credited = new Map(ids.map((id, index) => [id, credited[index] ?? "0"]));
  }

  change(item: UpsertInvoiceItem, entry: UpsertEntry<Invoice>): UpsertChange<Invoice> {
    const { row } = entry;
    const { lines, number, status, ...given } = parseInput(invoiceRules, item);
    if (row && given.kind !== undefined && given.kind !== row.kind) {
      throw new Invalid([{ path: "kind", code: "immutable" }]);
    }
    // Payments made it PAID: a repeat of an invoice without them does not take them back.
    const wanted = row?.status === "PAID" && status === "AUTHORIZED" ? "PAID" : status;
    assertNotReopened(row, wanted);
    const draft = this.documents.draft(entry, { ...given, lines, number, status: wanted });
    const values = { ...given, ...draft.values, ...this.datesOf(given, entry) };
    this.documents.assertNumber(entry, values);
    const payments = paymentsAfter(
      row?.status ?? "DRAFT",
      wanted ?? row?.status ?? "DRAFT",
      draft.values.total ?? row?.total ?? "0",
      this.context.today,
      this.credited.get(entry.id),
    );
    const orderId = this.orders.idAt(
      { id: given.orderId, externalId: item.orderExternalId },
      {
        path: "orderId",
        customerId: row?.customerId ?? entry.customer?.id ?? "",
        already: row?.orderId,
      },
    );
    draft.keep(values);
    return {
      values: { ...values, ...payments, status: wanted, orderId },
      changesMore: draft.changesMore,
    };
  }

  private datesOf(
    given: { issuedOn?: string | undefined; dueOn?: string | undefined },
    { row, customer }: UpsertEntry<Invoice>,
  ): Values<Invoice> {
    const issuedOn = given.issuedOn ?? row?.issuedOn ?? this.context.today;
    const dueOn = given.dueOn ?? row?.dueOn ?? dueAfter(issuedOn, customer);
    assertDue(issuedOn, dueOn);
    return { issuedOn, dueOn };
  }

  relatedChanges(entry: UpsertEntry<Invoice>) {
    return this.documents.changesOf(entry);
  }

  beforeWrite(entries: readonly UpsertEntry<Invoice>[]): Promise<void> {
    return this.documents.beforeWrite(entries);
  }

  async afterWrite(written: readonly WrittenEntry<Invoice>[]): Promise<readonly Invoice[]> {
    await this.documents.afterWrite(written);
    await followStatuses(
      this.context,
      written.map(({ entry, row }) => ({ before: entry.stored?.paid ?? "0", invoice: row })),
    );
    return [];
  }
}

// What is paid is settled: payments are reversed one by one, and no other system cancels the invoice under them.
function assertNotReopened(row: Invoice | null, status: InvoiceStatus | undefined): void {
  if (row?.status !== "PAID" || status === undefined || status === "PAID") return;
  const { names } = invoiceLifecycle;
  const params = { from: names.PAID, to: names[status], allowed: names.PAID };
  throw new Invalid([{ path: "status", code: "transition_not_allowed", params }]);
}
