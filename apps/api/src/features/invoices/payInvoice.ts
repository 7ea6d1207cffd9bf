import { add, compare } from "@clientela/shared/values/money";
import type { Context } from "../../platform/context.js";
import { parseId, parseInput } from "../../platform/graph/parseInput.js";
import { assertVersion, changeRecord } from "../../platform/records/write.js";
import { assertTransition } from "../documents/transition.rules.js";
import type { Invoice } from "./invoice.entity.js";
import type { PayInvoiceInput } from "./invoice.input.js";
import { checkPayment, invoiceLifecycle, paymentRules } from "./invoice.rules.js";
import { invoiceSubject, lockInvoice } from "./invoice.service.js";
import { payWhole } from "./invoiceLedger.js";

/**
 * Registers a payment of an authorised invoice, which is paid when nothing is left open.
 * Throws NotFound, Conflict for a stale version, and Invalid.
 */
export async function payInvoice(context: Context, input: PayInvoiceInput): Promise<Invoice> {
  const current = await lockInvoice(context, parseId(input.id));
  const payment = parseInput(paymentRules, input);
  await assertVersion(context, invoiceSubject, current, input.version, ["paid"]);
  assertTransition(invoiceLifecycle, current.status, "PAID");
  const { amount, paidOn } = checkPayment(context, current, payment);
  const paid = add(current.paid, amount);
  const inFull = compare(paid, current.total) === 0;
  const lastPaidOn = current.paidOn !== null && current.paidOn > paidOn ? current.paidOn : paidOn;
  await payWhole(context, current, amount, paidOn);
  return changeRecord(
    context,
    invoiceSubject,
    current,
    input.version,
    { paid, paidOn: lastPaidOn, status: inFull ? "PAID" : current.status },
    inFull ? "paid" : "partly_paid",
  );
}
