import { subtract } from "@clientela/shared/values/money";
import type { Calendar } from "../calendar.js";
import type { DemoCustomer } from "../customers.js";
import { usersOf } from "../people.js";
import type { Kind, Row, Story } from "../story.js";

const PROMISE: Kind = { table: "promises_to_pay", type: "PromiseToPay" };

const NOTES = ["Prometeu por telefone.", "Aguarda o repasse de um cliente.", null, null];

/** What customers whose invoices are late promised to pay, some of it until today. */
export function makePromises(
  customers: readonly DemoCustomer[],
  story: Story,
  calendar: Calendar,
): void {
  const today = calendar.day(0);
  const late = (story.rows.get("invoices") ?? []).filter(
    ({ kind, status, dueOn }) =>
      kind === "SALES" && status === "AUTHORIZED" && String(dueOn) < today,
  );
  const invoices = Map.groupBy(late, ({ customerId }) => customerId);
  const contacts = Map.groupBy(story.rows.get("contacts") ?? [], ({ customerId }) => customerId);
  for (const customer of customers) {
    const random = customer.random.fork("promises");
    const [invoice] = invoices.get(customer.id) ?? [];
    if (!invoice || !random.chance(0.6)) continue;
    const made = -random.int(1, 12);
    const due = Math.max(made, random.pick([-4, -1, 0, 0, 2, 5, 9]));
    const issued = String(invoice.issuedOn);
    const [, madeOn = issued] = [issued, calendar.day(made)].sort();
    const [, dueOn = madeOn] = [madeOn, calendar.day(due)].sort();
    const people: readonly Row[] = contacts.get(customer.id) ?? [];
    const by = random.pick(usersOf("finance"));
    story.create(
      PROMISE,
      { at: calendar.instant(made, random), by },
      {
        customerId: customer.id,
        madeOn,
        dueOn,
        amount: subtract(String(invoice.total), String(invoice.paid)),
        currency: invoice.currency ?? "BRL",
        contactId: people.length > 0 ? String(random.pick(people).id) : null,
        invoiceIds: [String(invoice.id)],
        note: random.pick(NOTES),
        createdById: by.id,
      },
    );
  }
}
