import { QUOTE_KINDS, QUOTE_STATUSES } from "@clientela/shared/records/enums";
import {
  choice,
  currency,
  date,
  lines,
  paragraphs,
  reference,
} from "../../records/fields/fieldKinds.js";

/** The fields of an offer or a quote, as forms, lists and the history show them. */
export const quoteFields = {
  kind: choice({ label: "field.kind", revertible: false }, QUOTE_KINDS, (t, kind) =>
    t(`quotes.kind.${kind}`),
  ),
  status: choice({ label: "field.status", revertible: false }, QUOTE_STATUSES, (t, status) =>
    t(`quotes.status.${status}`),
  ),
  issuedOn: date("field.issuedOn"),
  validUntil: date({ label: "field.validUntil", optional: true }),
  dealId: reference({ label: "field.dealId", optional: true, revertible: false }),
  currency: currency({ label: "field.currency", revertible: false }),
  notes: paragraphs({ label: "field.notes", optional: true }),
  lines: lines({ label: "field.lines", revertible: false }),
};
