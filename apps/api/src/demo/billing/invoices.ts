import { multiply, roundMoney } from "@clientela/shared/values/money";
import { after, type Calendar } from "../calendar.js";
import type { DemoCustomer } from "../customers.js";
import { currencyFor, linesIn, putLines } from "../goods.js";
import { usersOf } from "../people.js";
import type { Random } from "../random.js";
import type { Kind, Moment, Row, Story } from "../story.js";
import { creditSome } from "./creditNotes.js";

const INVOICE: Kind = { table: "invoices", type: "Invoice" };
const PAYMENT: Kind = { table: "payments", type: "Payment" };
const METHODS = ["Pix", "Boleto", "TED"] as const;

type Paying = Moment & { day: string };

type Outcome = "DRAFT" | "PENDING" | "AUTHORIZED" | "PARTLY" | "PAID" | "CANCELLED";

/** Where an invoice came to that fell due so many days from today. */
function outcomeOf(age: number, due: number, random: Random): Outcome {
  if (due < 0) return random.weighted({ PAID: 84, AUTHORIZED: 10, PARTLY: 3, CANCELLED: 3 });
  return random.weighted({
    PENDING: age < 15 ? 34 : 8,
    AUTHORIZED: 46,
    PARTLY: 3,
    PAID: 12,
    DRAFT: age < 10 ? 8 : 0,
  });
}

function settle(
  invoice: Row,
  outcome: Outcome,
  age: number,
  due: number,
  calendar: Calendar,
  story: Story,
  random: Random,
): void {
  const by = random.pick(usersOf("finance"));
  // Later than the steps before it, and not after today.
  const on = (offset: number): Paying => {
    const at = calendar.instant(Math.min(0, offset), random);
    return { at: after(at, String(invoice.updatedAt)), by, day: calendar.day(Math.min(0, offset)) };
  };
  if (outcome === "DRAFT") return;
  story.update(INVOICE, on(-age), invoice, { status: "PENDING" });
  if (outcome === "PENDING") return;
  if (outcome === "CANCELLED") {
    story.update(INVOICE, on(1 - age), invoice, { status: "CANCELLED" });
    return;
  }
  story.update(INVOICE, on(1 - age), invoice, { status: "AUTHORIZED" });
  if (outcome === "AUTHORIZED") return;
  const paying = on(Math.max(1 - age, due + random.int(-6, 9)));
  const total = String(invoice.total);
  const paid =
    outcome === "PAID" ? total : roundMoney(multiply(total, "0.4"), String(invoice.currency));
  const status = outcome === "PAID" ? "PAID" : "AUTHORIZED";
  story.update(INVOICE, paying, invoice, { status, paid, paidOn: paying.day });
  putPayment(story, invoice, paying, random.fork(`payment ${invoice.id}`));
}

// The payment of an invoice as it was paid just now.
function putPayment(story: Story, invoice: Row, { by, day }: Paying, random: Random): void {
  const { paid = "0", currency = "", customerId = null, updatedAt } = invoice;
  const received = invoice.kind === "SALES";
  const payment = story.create(
    PAYMENT,
    { at: String(updatedAt), by },
    {
      customerId,
      direction: received ? "RECEIVED" : "PAID",
      paidOn: day,
      amount: paid,
      currency,
      allocated: paid,
      method: random.pick(METHODS),
    },
  );
  const entry = {
    paymentId: payment.id ?? null,
    creditNoteId: null,
    amount: paid,
    occurredOn: day,
  };
  story.put("ledger_entries", { ...entry, kind: "RECEIPT", invoiceId: null });
  story.put("ledger_entries", { ...entry, kind: "ALLOCATION", invoiceId: invoice.id ?? null });
}

function addInvoices(
  customer: DemoCustomer,
  orders: readonly Row[],
  story: Story,
  calendar: Calendar,
): void {
  const random = customer.random.fork("invoices");
  const finalized = orders.filter((order) => order.status === "FINALIZED");
  const count = random.around(2.5 + 160 * customer.busyness);
  for (let number = 0; number < count; number += 1) {
    const age = 1 + Math.min(customer.age - 1, random.around(100));
    const due = Number(customer.row.paymentTermDays ?? 30) - age;
    const sales = random.chance(0.86);
    const currency = currencyFor(customer.currency, random);
    const priced = linesIn(currency, random);
    const by = random.pick(usersOf("finance"));
    const order =
      sales && finalized.length > 0 && random.chance(0.4) ? random.pick(finalized) : null;
    const invoice = story.create(
      INVOICE,
      { at: calendar.instant(-age, random), by },
      {
        customerId: customer.id,
        orderId: order?.id ?? null,
        kind: sales ? "SALES" : "PURCHASE",
        status: "DRAFT",
        issuedOn: calendar.day(-age),
        dueOn: calendar.day(due),
        paidOn: null,
        currency,
        total: priced.total,
        paid: "0",
        notes: null,
      },
    );
    putLines(story, "invoice", invoice, priced, random);
    const outcome = outcomeOf(age, due, random);
    settle(invoice, outcome, age, due, calendar, story, random);
    const [line] = priced.lines;
    if (sales && line && outcome === "AUTHORIZED")
      creditSome(invoice, line, age, calendar, story, random.fork(`credit ${number}`));
  }
}

/** The invoices of customers; `orders` are each one's orders, in the customers' order. */
export function makeInvoices(
  customers: readonly DemoCustomer[],
  orders: readonly (readonly Row[])[],
  story: Story,
  calendar: Calendar,
): void {
  customers.forEach((customer, index) => {
    addInvoices(customer, orders[index] ?? [], story, calendar);
  });
}
