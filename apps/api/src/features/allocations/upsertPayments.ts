import { paymentFields } from "@clientela/shared/payments/paymentFields";
import { add, compare, subtract } from "@clientela/shared/values/money";
import { z } from "zod";
import type { Context } from "../../platform/context.js";
import { Invalid } from "../../platform/errors.js";
import { parseInput } from "../../platform/graph/parseInput.js";
import { updateRecords } from "../../platform/records/writeMany.js";
import { assertFitsCurrency } from "../documents/line.rules.js";
import { Invoice } from "../invoices/invoice.entity.js";
import {
  type Allocation,
  allocationsByPayment,
  enterAllocations,
  enterSources,
  sumOfAllocations,
} from "../payments/ledger.js";
import { type Payment, unallocatedOf } from "../payments/payment.entity.js";
import { paymentSubject } from "../payments/payment.service.js";
import { lockReferences, type References } from "../upserts/lockReferences.js";
import type {
  UpsertBatch,
  UpsertChange,
  UpsertEntry,
  UpsertKind,
  UpsertPlan,
  WrittenEntry,
} from "../upserts/upsertKind.js";
import { UpsertPaymentItem } from "./allocation.input.js";
import { assertAllocations } from "./allocation.rules.js";
import { allocationsOf, assertRoom, settle } from "./settlement.js";

/** How other systems write payments: what a payment is never changes, and what it pays is only added to. */
export const paymentUpserts: UpsertKind<Payment, UpsertPaymentItem> = {
  plural: "Payments",
  subject: paymentSubject,
  permission: "invoices:write",
  item: UpsertPaymentItem,
  takesCustomer: true,
  defaults: { direction: "RECEIVED", allocated: "0" },
  async open(context, batch) {
    const { source, items } = batch;
    const wanted = items
      .flatMap(({ allocations }) => allocations ?? [])
      .map(({ invoiceId: id, invoiceExternalId: externalId }) => ({ id, externalId }));
    // Invoices are locked before payments, as everywhere, so that no two writers wait for each other.
    const invoices = await lockReferences(context, INVOICES, source, wanted, "UPDATE");
    return new PaymentPlan(context, batch, invoices);
  },
};

const INVOICES = { type: Invoice, name: "Invoice" } as const;

const newRules = z.object({ ...paymentFields, direction: paymentFields.direction.nullish() });
const knownRules = newRules.partial();

/** The fields of a payment that never change. */
const FIXED = ["paidOn", "currency", "direction"] as const;

class PaymentPlan implements UpsertPlan<Payment, UpsertPaymentItem> {
  // What payments pay by now, by payment and invoice.
  private readonly standing = new Map<string, Map<string, string>>();
  // What the call adds to that.
  private readonly added = new Map<string, Allocation[]>();
  // The invoices as the call leaves them.
  private readonly invoices = new Map<string, Invoice>();
  private readonly touched = new Map<string, Invoice>();

  constructor(
    private readonly context: Context,
    private readonly batch: UpsertBatch<Payment, UpsertPaymentItem>,
    private readonly references: References<Invoice>,
  ) {}

  async read(): Promise<void> {
    const ids = this.batch.entries.flatMap(({ stored }) => stored?.id ?? []);
    if (ids.length === 0) return;
    const all = await allocationsByPayment(ids, undefined, this.context);
    for (const [index, id] of ids.entries())
      this.standing.set(
        id,
        new Map((all[index] ?? []).map(({ invoiceId, amount }) => [invoiceId, amount])),
      );
  }

  change(item: UpsertPaymentItem, entry: UpsertEntry<Payment>): UpsertChange<Payment> {
    return entry.row ? this.changeOf(item, entry, entry.row) : this.creation(item, entry);
  }

  private creation(item: UpsertPaymentItem, entry: UpsertEntry<Payment>): UpsertChange<Payment> {
    const { direction, ...given } = parseInput(newRules, item);
    assertFitsCurrency("amount", given.amount, given.currency);
    if (given.paidOn > this.context.today) {
      throw new Invalid([{ path: "paidOn", code: "in_the_future" }]);
    }
    const customerId = entry.customer?.id ?? "";
    const values = { ...given, direction: direction ?? "RECEIVED", customerId } as const;
    const allocations = this.allocationsIn(item);
    const places = allocations.map((_, place) => place);
    this.assertAllocated(item, values, given.amount, allocations, places);
    this.keep(entry, allocations);
    return { values: { ...values, allocated: sumOfAllocations(allocations) } };
  }

  private changeOf(
    item: UpsertPaymentItem,
    entry: UpsertEntry<Payment>,
    row: Payment,
  ): UpsertChange<Payment> {
    const { method, reference, note, ...given } = parseInput(knownRules, item);
    const fixed = FIXED.filter((field) => given[field] != null && given[field] !== row[field]);
    const isOtherAmount = given.amount !== undefined && compare(given.amount, row.amount) !== 0;
    const paths = [...fixed, ...(isOtherAmount ? ["amount"] : [])];
    if (paths.length > 0) throw new Invalid(paths.map((path) => ({ path, code: "immutable" })));
    const said = this.allocationsIn(item);
    if (said.length > 0 && row.reversedOn !== null) {
      throw new Invalid([{ path: "allocations", code: "reversed_already" }]);
    }
    const before = this.standing.get(entry.id) ?? new Map<string, string>();
    const further = said.flatMap(({ invoiceId, amount }, place) => {
      const more = subtract(amount, before.get(invoiceId) ?? "0");
      return compare(more, "0") > 0 ? [{ place, invoiceId, amount: more }] : [];
    });
    const allocations = further.map(({ invoiceId, amount }) => ({ invoiceId, amount }));
    const available = unallocatedOf({ ...row, allocated: this.allocatedOf(entry, row) });
    const places = further.map(({ place }) => place);
    this.assertAllocated(item, row, available, allocations, places);
    const standing = [...before].map(([invoiceId, amount]) => ({ invoiceId, amount }));
    assertRoom(standing, allocations);
    this.keep(entry, allocations);
    const values = { method, reference, note };
    if (entry.stored) return { values, changesMore: allocations.length > 0 };
    // A payment of this call, which is written with all that it pays.
    return { values: { ...values, allocated: sumOfAllocations(allocations, row.allocated) } };
  }

  private allocatedOf(entry: UpsertEntry<Payment>, row: Payment): string {
    return entry.stored
      ? sumOfAllocations(this.added.get(entry.id) ?? [], row.allocated)
      : row.allocated;
  }

  private allocationsIn({ allocations }: UpsertPaymentItem): Allocation[] {
    const named = (allocations ?? []).map(({ invoiceId, invoiceExternalId, amount }, place) => {
      const reference = { id: invoiceId, externalId: invoiceExternalId };
      const path = `allocations.${place}.invoiceId`;
      const invoice = this.references.at(reference, path);
      if (!invoice) throw new Invalid([{ path, code: "required" }]);
      return { invoiceId: invoice.id, amount };
    });
    return allocationsOf(named);
  }

  // `places` are those of the allocations in the item.
  private assertAllocated(
    item: UpsertPaymentItem,
    payment: Pick<Payment, "customerId" | "direction" | "currency">,
    available: string,
    allocations: readonly Allocation[],
    places: readonly number[],
  ): void {
    try {
      const invoices = allocations.map(({ invoiceId }) => this.invoiceAt(invoiceId));
      assertAllocations(payment, available, allocations, invoices);
    } catch (error) {
      if (!(error instanceof Invalid)) throw error;
      throw new Invalid(
        error.issues.map((issue) => ({
          ...issue,
          path: issue.path.replace(/^allocations\.(\d+)\.(\w+)$/, (_, nth, field) => {
            const place = places[Number(nth)] ?? 0;
            const isExternal =
              field === "invoiceId" && item.allocations?.[place]?.invoiceId == null;
            return `allocations.${place}.${isExternal ? "invoiceExternalId" : field}`;
          }),
        })),
      );
    }
  }

  private invoiceAt(id: string): Invoice {
    const invoice = this.invoices.get(id) ?? this.references.at({ id }, "invoiceId");
    if (!invoice) throw new Error(`invoice ${id} is not locked`);
    return invoice;
  }

  private keep({ id }: UpsertEntry<Payment>, allocations: readonly Allocation[]): void {
    if (allocations.length === 0) return;
    this.added.set(id, [...(this.added.get(id) ?? []), ...allocations]);
    const standing = this.standing.get(id) ?? new Map<string, string>();
    this.standing.set(id, standing);
    for (const { invoiceId, amount } of allocations) {
      standing.set(invoiceId, add(standing.get(invoiceId) ?? "0", amount));
      const invoice = this.invoiceAt(invoiceId);
      if (!this.touched.has(invoiceId)) this.touched.set(invoiceId, invoice);
      const paid = add(invoice.paid, amount);
      this.invoices.set(invoiceId, Object.assign(new Invoice(), invoice, { paid }));
    }
  }

  async afterWrite(written: readonly WrittenEntry<Payment>[]): Promise<readonly Payment[]> {
    const { context } = this;
    const made = written.filter(({ entry }) => entry.stored === null);
    await enterSources(
      context,
      made.map(({ row: { id, amount, paidOn } }) => ({
        source: { paymentId: id },
        amount,
        on: paidOn ?? context.today,
      })),
    );
    await enterAllocations(
      context,
      written.map(({ entry, row }) => ({
        source: { paymentId: row.id },
        allocations: this.added.get(row.id) ?? [],
        on: entry.stored ? context.today : (row.paidOn ?? context.today),
      })),
    );
    const allocated = written.filter(({ entry }) => entry.stored && this.added.has(entry.id));
    const changed = await updateRecords(
      context,
      paymentSubject,
      allocated.map(({ entry, row }) => ({
        current: row,
        values: { allocated: this.allocatedOf(entry, row) },
      })),
      "allocated",
    );
    await settle(context, [...this.touched.values()]);
    return changed;
  }
}
