// Invoices that are paid in parts: what is paid has to be the sum of what was acknowledged, neither less nor more.
import { randomUUID } from "node:crypto";
import { ask } from "./client.mjs";
import { pick } from "./random.mjs";

const INVOICE =
  "mutation ($input: CreateInvoiceInput!) { createInvoice(input: $input) { invoice { id version } } }";
const PAY =
  "mutation ($input: PayInvoiceInput!) { payInvoice(input: $input) { invoice { id version } } }";
const PAYMENT =
  "mutation ($input: CreatePaymentInput!) { createPayment(input: $input) { payment { id } invoices { version } } }";
const REVERSE =
  "mutation ($input: ReversePaymentInput!) { reversePayment(input: $input) { payment { id } invoices { version } } }";
const TOTAL = 1_000;

/** Makes an invoice over 1,000, pays 1 to 5 of one, or takes a payment back, by chance. */
export async function writeMoney({ instance, ledger, random }, customer) {
  const send = async (statement, input) => {
    const data = await ask(instance, statement, { input }, randomUUID());
    ledger.acknowledged += 1;
    return Object.values(data)[0];
  };
  const invoice = customer.invoices.length > 0 ? pick(random, customer.invoices) : null;
  const choice = random();
  const amount = 1 + Math.floor(random() * 5);
  if (!invoice || invoice.paid + amount >= TOTAL || choice < 0.2) {
    const lines = [{ description: "Flour", quantity: "1", unitPrice: String(TOTAL) }];
    const input = { customerId: customer.id, currency: "BRL", status: "AUTHORIZED", lines };
    const made = await send(INVOICE, input);
    customer.invoices.push({ ...made.invoice, paid: 0, payments: [] });
    ledger.made("INVOICE", made.invoice.id, 0);
  } else if (invoice.payments.length > 0 && choice < 0.35) {
    const payment = invoice.payments.pop();
    const { invoices } = await send(REVERSE, { id: payment.id, reason: "A bounced cheque" });
    Object.assign(invoice, invoices[0]);
    invoice.paid -= payment.amount;
  } else if (choice < 0.65) {
    const input = { id: invoice.id, version: invoice.version, amount: String(amount) };
    Object.assign(invoice, (await send(PAY, input)).invoice);
    invoice.paid += amount;
    ledger.made("PAYMENT", null, 0);
  } else {
    const { payment, invoices } = await send(PAYMENT, {
      customerId: customer.id,
      paidOn: "2026-01-15",
      amount: String(amount),
      currency: "BRL",
      allocations: [{ invoiceId: invoice.id, amount: String(amount) }],
    });
    Object.assign(invoice, invoices[0]);
    invoice.paid += amount;
    invoice.payments.push({ ...payment, amount });
    ledger.made("PAYMENT", payment.id, 0);
  }
}
