import { allocationFields, MAX_ALLOCATIONS } from "@clientela/shared/payments/paymentFields";
import { compare } from "@clientela/shared/values/money";
import { z } from "zod";
import type { Context } from "../../platform/context.js";
import { Invalid, NotFound } from "../../platform/errors.js";
import { parseIds, parseInput } from "../../platform/graph/parseInput.js";
import { lockRecords, type Revision, updateRecords } from "../../platform/records/writeMany.js";
import type { Invoice } from "../invoices/invoice.entity.js";
import { invoiceSubject } from "../invoices/invoice.service.js";
import { type Allocation, paidOf } from "../payments/ledger.js";
import type { AllocationInput } from "./allocation.input.js";

const allocationRules = z.array(z.object(allocationFields)).max(MAX_ALLOCATIONS);

/** Which invoices are settled with how much, each once. Throws Invalid. */
export function allocationsOf(input: readonly AllocationInput[]): Allocation[] {
  if (input.length === 0) return [];
  const allocations = parseInput(z.object({ allocations: allocationRules }), {
    allocations: input,
  }).allocations;
  parseIds(
    allocations.map(({ invoiceId }) => invoiceId),
    MAX_ALLOCATIONS,
    "allocations",
  );
  return allocations;
}

/**
 * Throws Invalid where a payment or credit note would settle more invoices, with those that it settles already, than can
 * be read with it.
 */
export function assertRoom(
  standing: readonly Allocation[],
  allocations: readonly Allocation[],
): void {
  const ids = new Set([...standing, ...allocations].map(({ invoiceId }) => invoiceId));
  if (ids.size <= MAX_ALLOCATIONS) return;
  throw new Invalid([{ path: "allocations", code: "too_many", params: { max: MAX_ALLOCATIONS } }]);
}

/** Locks invoices that are to be settled. Throws Invalid where one is not there. */
export async function lockInvoices(
  context: Context,
  allocations: readonly Allocation[],
): Promise<Invoice[]> {
  if (allocations.length === 0) return [];
  const ids = allocations.map(({ invoiceId }) => invoiceId);
  try {
    return await lockRecords(context, invoiceSubject, ids);
  } catch (error) {
    if (!(error instanceof NotFound)) throw error;
    const index = ids.indexOf(String(error.extensions.id));
    throw new Invalid([{ path: `allocations.${index}.invoiceId`, code: "unknown_record" }]);
  }
}

/** Brings locked invoices up to date with the ledger; `credited` where it was a credit note that changed them. */
export async function settle(
  context: Context,
  invoices: readonly Invoice[],
  by?: "credited",
): Promise<Invoice[]> {
  if (invoices.length === 0) return [];
  const paid = await paidOf(
    context,
    invoices.map(({ id }) => id),
  );
  const revisions = invoices.map((current, index): Revision<Invoice> => {
    const now = paid[index] ?? { paid: "0", paidOn: null };
    return { current, values: { ...now, status: statusOf(current, now.paid) } };
  });
  const isDown = ({ current, values }: Revision<Invoice>) =>
    compare(values.paid ?? "0", current.paid) < 0;
  const isPaid = ({ values }: Revision<Invoice>) => values.status === "PAID";
  const groups = [
    ["updated", revisions.filter(isDown)],
    [by ?? "paid", revisions.filter((one) => !isDown(one) && isPaid(one))],
    [by ?? "partly_paid", revisions.filter((one) => !isDown(one) && !isPaid(one))],
  ] as const;
  const changed = new Map<string, Invoice>();
  for (const [action, some] of groups) {
    for (const row of await updateRecords(context, invoiceSubject, some, action)) {
      changed.set(row.id, row);
    }
  }
  return invoices.map((invoice) => changed.get(invoice.id) ?? invoice);
}

function statusOf({ status, total }: Invoice, paid: string): Invoice["status"] {
  if (status !== "AUTHORIZED" && status !== "PAID") return status;
  return compare(paid, total) >= 0 ? "PAID" : "AUTHORIZED";
}
