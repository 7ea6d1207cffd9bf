import { PAYMENT_DIRECTIONS } from "@clientela/shared/payments/paymentFields";
import {
  choice,
  currency,
  date,
  paragraphs,
  shown,
  shownAmount,
  text,
} from "../../records/fields/fieldKinds.js";

/** Whether it was received or paid. */
export const directionField = choice(
  { label: "payments.direction", revertible: false },
  PAYMENT_DIRECTIONS,
  (t, direction) => t(`payments.direction.${direction}`),
);

/** The fields of a payment, as the history shows them. */
export const paymentFields = {
  direction: directionField,
  paidOn: date({ label: "field.paidOn", revertible: false }),
  amount: shownAmount("payments.amount"),
  currency: currency({ label: "field.currency", revertible: false }),
  allocated: shownAmount("payments.allocated"),
  method: text({ label: "payments.method", optional: true, revertible: false }),
  reference: text({ label: "payments.reference", optional: true, revertible: false }),
  note: paragraphs({ label: "field.notes", optional: true, revertible: false }),
  reversedOn: shown("payments.reversedOn"),
  reversalReason: shown("payments.reason"),
};
