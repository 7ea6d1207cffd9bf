import {
  currency,
  date,
  money,
  paragraphs,
  reference,
  references,
} from "../../../records/fields/fieldKinds.js";

/** The fields of a promise to pay, as forms and the history show them. */
export const promiseFields = {
  amount: money("promises.amount"),
  currency: currency(),
  dueOn: date("promises.dueOn"),
  madeOn: date("promises.madeOn"),
  contactId: reference({ label: "promises.contact", optional: true, revertible: false }),
  invoiceIds: references({ label: "promises.invoices", optional: true, revertible: false }),
  note: paragraphs({ label: "field.notes", optional: true }),
};
