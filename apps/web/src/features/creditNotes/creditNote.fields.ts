import { INVOICE_KINDS } from "@clientela/shared/records/enums";
import {
  choice,
  currency,
  date,
  lines,
  paragraphs,
  reference,
  shown,
  shownAmount,
  text,
} from "../../records/fields/fieldKinds.js";

/** The fields of a new credit note. */
export const creditNoteFields = {
  invoiceId: reference({ label: "creditNotes.invoice", optional: true, revertible: false }),
  kind: choice({ label: "creditNotes.kind", revertible: false }, INVOICE_KINDS, (t, kind) =>
    t(`creditNotes.kind.${kind}`),
  ),
  issuedOn: date({ label: "field.issuedOn", revertible: false }),
  currency: currency({ label: "field.currency", revertible: false }),
  reference: text({ label: "creditNotes.reference", optional: true, revertible: false }),
  notes: paragraphs({ label: "field.notes", optional: true, revertible: false }),
  lines: lines({ label: "field.lines", revertible: false }),
};

/** What the history of a credit note records besides. */
export const creditNoteHistory = {
  ...creditNoteFields,
  number: shown("creditNotes.number"),
  total: shownAmount("field.total"),
  tax: shownAmount("field.tax"),
  allocated: shownAmount("creditNotes.allocated"),
  cancelledOn: shown("creditNotes.cancelledOn"),
  cancellationReason: shown("creditNotes.reason"),
};
