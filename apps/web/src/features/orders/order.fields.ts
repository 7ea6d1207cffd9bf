import { ORDER_STATUSES } from "@clientela/shared/records/enums";
import {
  choice,
  currency,
  date,
  lines,
  paragraphs,
  text,
} from "../../records/fields/fieldKinds.js";

/** The fields of a purchase order, as forms, lists and the history show them. */
export const orderFields = {
  reference: text({ label: "field.reference", optional: true }),
  status: choice({ label: "field.status", revertible: false }, ORDER_STATUSES, (t, status) =>
    t(`orders.status.${status}`),
  ),
  orderedOn: date("field.orderedOn"),
  currency: currency({ label: "field.currency", revertible: false }),
  notes: paragraphs({ label: "field.notes", optional: true }),
  lines: lines({ label: "field.lines", revertible: false }),
};
