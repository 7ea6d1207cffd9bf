import { compare, roundMoney } from "@clientela/shared/values/money";
import { after, type Calendar } from "../calendar.js";
import { putLines } from "../goods.js";
import { usersOf } from "../people.js";
import type { Random } from "../random.js";
import type { Kind, Row, Story } from "../story.js";

const INVOICE: Kind = { table: "invoices", type: "Invoice" };
const CREDIT_NOTE: Kind = { table: "credit_notes", type: "CreditNote" };
const REASONS = ["Devolução", "Avaria no transporte", "Diferença de preço"] as const;

/** Credits one piece of the first line of an open invoice, now and then: something came back, or was broken. */
export function creditSome(
  invoice: Row,
  line: Row,
  age: number,
  calendar: Calendar,
  story: Story,
  random: Random,
): void {
  if (!random.chance(0.08)) return;
  const currency = String(invoice.currency);
  const total = roundMoney(String(line.unitPrice), currency);
  if (compare(total, "0") <= 0 || compare(total, String(invoice.total)) > 0) return;
  const offset = Math.min(0, random.int(2, 12) - age);
  const day = calendar.day(offset);
  const by = random.pick(usersOf("finance"));
  const at = after(calendar.instant(offset, random), String(invoice.updatedAt));
  const note = story.create(
    CREDIT_NOTE,
    { at, by },
    {
      customerId: invoice.customerId ?? null,
      invoiceId: invoice.id ?? null,
      kind: "SALES",
      issuedOn: day,
      currency,
      total,
      allocated: total,
      notes: random.pick(REASONS),
    },
  );
  const lines = [{ ...line, position: 1, quantity: "1", total }];
  putLines(story, "credit_note", note, { lines, total }, random);
  const entry = {
    paymentId: null,
    creditNoteId: note.id ?? null,
    amount: total,
    occurredOn: day,
  };
  story.put("ledger_entries", { ...entry, kind: "CREDIT", invoiceId: null });
  story.put("ledger_entries", { ...entry, kind: "ALLOCATION", invoiceId: invoice.id ?? null });
  const status = compare(total, String(invoice.total)) === 0 ? "PAID" : "AUTHORIZED";
  story.update(INVOICE, { at: String(note.createdAt), by }, invoice, { status, paid: total });
}
