import {
  INVOICE_STATES,
  type InvoiceKind,
  type InvoiceState,
} from "@clientela/shared/records/enums";
import type { InvoiceFilter } from "../../gql/graphql.js";
import type { ListChoices } from "../../records/list/listChoices.js";
import { invoiceStatus } from "./invoice.operations.js";

/** A state, or `outstanding`: those that wait for money, late or not. */
export type InvoiceChoice = InvoiceState | "outstanding";

const statesOf = (chosen: InvoiceChoice): InvoiceState[] =>
  chosen === "outstanding" ? ["AUTHORIZED", "OVERDUE"] : [chosen];

/** What lists of sales or purchase invoices can be narrowed to. */
export const invoiceChoices = (
  kind: InvoiceKind,
): ListChoices<InvoiceChoice, InvoiceFilter, unknown> => ({
  param: "state",
  label: "field.status",
  all: ["outstanding", ...INVOICE_STATES],
  name: (t, one) =>
    one === "outstanding" ? t("invoices.outstanding") : invoiceStatus.label(t, one),
  filter: (chosen) => ({ kind, ...(chosen && { state: statesOf(chosen) }) }),
});
