import { INVOICE_TRANSITIONS, mayBecome } from "@clientela/shared/records/enums";
import { add, compare } from "@clientela/shared/values/money";
import { Invalid, type Issue } from "../../platform/errors.js";
import { money } from "../../platform/types/money.js";
import { assertFitsCurrency } from "../documents/line.rules.js";
import type { Invoice } from "../invoices/invoice.entity.js";
import { invoiceStatusNames } from "../invoices/invoice.messages.js";
import type { Allocation } from "../payments/ledger.js";
import type { Payment } from "../payments/payment.entity.js";

/** Of a payment or a credit note, what decides which invoices it may settle. */
type Paying = Pick<Payment, "customerId" | "direction" | "currency">;

const KIND = { RECEIVED: "SALES", PAID: "PURCHASE" } as const;

/** Which way money goes that pays invoices of a kind. */
export const DIRECTION = { SALES: "RECEIVED", PURCHASE: "PAID" } as const;

// What is wrong with the invoice itself.
function issueOfInvoice(payment: Paying, invoice: Invoice): Omit<Issue, "path"> | null {
  if (invoice.customerId !== payment.customerId) return { code: "of_another_customer" };
  if (invoice.kind !== KIND[payment.direction]) return { code: "not_of_direction" };
  if (invoice.currency !== payment.currency) {
    return { code: "in_other_currency", params: { currency: invoice.currency } };
  }
  if (!mayBecome(INVOICE_TRANSITIONS, invoice.status, "PAID")) {
    return { code: "not_payable", params: { status: invoiceStatusNames[invoice.status] } };
  }
  return null;
}

/**
 * Checks what a payment or credit note is to settle of locked invoices, in their order, against what may be allocated of it. Throws
 * Invalid with all that is wrong.
 */
export function assertAllocations(
  payment: Paying,
  available: string,
  allocations: readonly Allocation[],
  invoices: readonly Invoice[],
): void {
  const issues: Issue[] = [];
  invoices.forEach((invoice, index) => {
    const { amount } = allocations[index] ?? { amount: "0" };
    const path = `allocations.${index}`;
    const issue = issueOfInvoice(payment, invoice);
    if (issue) {
      issues.push({ path: `${path}.invoiceId`, ...issue });
      return;
    }
    assertFitsCurrency(`${path}.amount`, amount, payment.currency);
    const balance = invoice.balance();
    if (compare(amount, balance.amount) > 0) {
      issues.push({ path: `${path}.amount`, code: "exceeds_balance", params: { balance } });
    }
  });
  const sum = allocations.reduce((total, { amount }) => add(total, amount), "0");
  if (compare(sum, available) > 0) {
    const params = { available: money(available, payment.currency) };
    issues.push({ path: "allocations", code: "exceeds_payment", params });
  }
  if (issues.length > 0) throw new Invalid(issues);
}
