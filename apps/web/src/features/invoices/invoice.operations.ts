import { invoiceFields as rules } from "@clientela/shared/documents/documentFields";
import {
  INVOICE_TRANSITIONS,
  type InvoiceKind,
  type InvoiceState,
  type InvoiceStatus,
} from "@clientela/shared/records/enums";
import { readFragment } from "../../gql/fragment-masking.js";
import { graphql } from "../../gql/gql.js";
import type { InvoiceFieldsFragment } from "../../gql/graphql.js";
import { defineOperations } from "../../records/defineOperations.js";
import type { RecordStatus } from "../../records/recordStatus.js";
import { lineFragment, lineValuesOf } from "../../ui/documents/documentLines.js";
import type { LineValue } from "../../ui/documents/lineDrafts.js";
import { invoiceFields } from "./invoice.fields.js";

/** An invoice in a list. */
export const invoiceRowFragment = graphql(`
  fragment InvoiceRow on Invoice {
    id
    version
    number
    kind
    status
    state
    issuedOn
    dueOn
    total {
      amount
      currency
    }
    balance {
      amount
      currency
    }
  }
`);

/** An invoice with what a form edits. */
export const invoiceFragment = graphql(`
  fragment InvoiceFields on Invoice {
    id
    version
    number
    kind
    status
    state
    issuedOn
    dueOn
    paidOn
    currency
    notes
    paid {
      amount
      currency
    }
    balance {
      amount
      currency
    }
    total {
      amount
      currency
    }
    lines {
      ...DocumentLineFields
    }
  }
`);

// The other data that a write of an invoice changes.
graphql(`
  fragment InvoiceChanged on Invoice {
    id
    customer {
      id
      summary {
        ...InvoicesCard_summary
        ...OwedHeadlines_summary
      }
    }
  }
`);

const load = graphql(`
  query Invoice($id: ID!) {
    invoice(id: $id) {
      id
      ...InvoiceFields
    }
  }
`);

const create = graphql(`
  mutation CreateInvoice($input: CreateInvoiceInput!) {
    createInvoice(input: $input) {
      invoice {
        ...InvoiceFields
        ...InvoiceChanged
      }
    }
  }
`);

const update = graphql(`
  mutation UpdateInvoice($input: UpdateInvoiceInput!) {
    updateInvoice(input: $input) {
      invoice {
        ...InvoiceFields
        ...InvoiceChanged
      }
    }
  }
`);

const remove = graphql(`
  mutation DeleteInvoice($input: DeleteInput!) {
    deleteInvoice(input: $input) {
      invoice {
        ...InvoiceChanged
      }
    }
  }
`);

const restore = graphql(`
  mutation RestoreInvoice($input: RestoreInput!) {
    restoreInvoice(input: $input) {
      invoice {
        ...InvoiceChanged
      }
    }
  }
`);

/** An invoice as its drawers take it. */
export type Invoice = InvoiceFieldsFragment;

type InvoiceInList = Pick<Invoice, "id" | "version" | "number" | "status" | "state">;

/** An invoice's fields as a form saves them. */
export interface InvoiceValues {
  /** Null for a sales invoice. */
  number: string | null;
  status: InvoiceStatus;
  issuedOn: string;
  dueOn: string;
  currency: string;
  notes: string | null;
  lines: LineValue[];
}

/** The kind of a new invoice, by what its drawer was opened with. */
export const kindOf = (preset: string | null): InvoiceKind =>
  preset === "PURCHASE" ? "PURCHASE" : "SALES";

/** How invoices are read and written. */
export const invoiceOperations = defineOperations({
  write: "invoices:write",
  fields: invoiceFields,
  rules,
  values: (invoice: Invoice): InvoiceValues => ({
    number: invoice.kind === "PURCHASE" ? invoice.number : null,
    status: invoice.status,
    issuedOn: invoice.issuedOn,
    dueOn: invoice.dueOn,
    currency: invoice.currency,
    notes: invoice.notes ?? null,
    lines: lineValuesOf(readFragment(lineFragment, invoice.lines)),
  }),
  name: ({ number }: InvoiceInList) => number,
  load,
  loaded: ({ invoice }) => readFragment(invoiceFragment, invoice),
  create,
  createInput: (values, customerId, preset) => ({ customerId, kind: kindOf(preset), ...values }),
  update,
  remove,
  restore,
  lists: ["invoices", "payments"],
});

/** The possible transitions of an invoice; people see its state, which includes overdue. */
export const invoiceStatus: RecordStatus<
  InvoiceInList,
  InvoiceValues,
  InvoiceState,
  InvoiceStatus
> = {
  shown: ({ state }) => state,
  tones: {
    DRAFT: "grey",
    PENDING: "amber",
    AUTHORIZED: "blue",
    OVERDUE: "red",
    PAID: "green",
    CANCELLED: "grey",
  },
  struck: "CANCELLED",
  label: (t, state) => t(`invoices.state.${state}`),
  // A payment has a form of its own, with the day and the amount.
  next: ({ status }) => INVOICE_TRANSITIONS[status].filter((next) => next !== "PAID"),
  option: (t, next, { status }) =>
    status === "PAID" ? t("invoices.takePaymentBack") : t(`invoices.state.${next}`),
  action: (t, next, { status }) => {
    if (status === "PAID") return t("invoices.takePaymentBack");
    const ends = next === "PAID" || next === "CANCELLED";
    return ends ? t(`invoices.state.${next}`) : t(`invoices.to.${next}`);
  },
  before: ({ status }) => ({ status }),
  change: (status) => ({ status }),
};

/** Whether something of an invoice is still to be paid. */
export function isOpen({ state }: { state: InvoiceState }): boolean {
  return state === "OVERDUE" || state === "AUTHORIZED";
}
