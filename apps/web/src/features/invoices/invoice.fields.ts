import { INVOICE_KINDS, INVOICE_STATUSES } from "@clientela/shared/records/enums";
import {
  choice,
  currency,
  date,
  lines,
  paragraphs,
  text,
} from "../../records/fields/fieldKinds.js";

/** The fields of an invoice, as forms, lists and the history show them. */
export const invoiceFields = {
  /** The supplier's own number of a purchase invoice; the system numbers sales invoices. */
  number: text({ label: "invoices.supplierNumber", optional: true, revertible: false }),
  status: choice({ label: "field.status", revertible: false }, INVOICE_STATUSES, (t, status) =>
    t(`invoices.state.${status}`),
  ),
  issuedOn: date("field.issuedOn"),
  dueOn: date("field.dueOn"),
  currency: currency({ label: "field.currency", revertible: false }),
  notes: paragraphs({ label: "field.notes", optional: true }),
  lines: lines({ label: "field.lines", revertible: false }),
};

/** Sales or purchase, which never changes. */
export const kindField = choice(
  { label: "field.kind", revertible: false },
  INVOICE_KINDS,
  (t, kind) => t(`invoices.kind.${kind}`),
);

/** The day of the last payment. */
export const paidOnField = date({ label: "field.paidOn", revertible: false });
