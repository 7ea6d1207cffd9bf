import { useApolloClient } from "@apollo/client/react";
import {
  INVOICE_TRANSITIONS,
  type InvoiceKind,
  type InvoiceState,
  type InvoiceStatus,
} from "@clientela/shared/records/enums";
import { forgetLists } from "../../cache/forgetLists.js";
import { readFragment } from "../../gql/fragment-masking.js";
import { graphql } from "../../gql/gql.js";
import type { InvoiceFieldsFragment } from "../../gql/graphql.js";
import { useFormat } from "../../i18n/useFormat.js";
import { useT } from "../../i18n/useT.js";
import { changesOf, saveVersioned, type Versioned } from "../../ui/conflict/saveVersioned.js";
import { type LineSent, lineFragment } from "../../ui/documents/documentLines.js";
import { useTrash } from "../../ui/toasts/useAttempt.js";

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

/** Whether something of an invoice is still to be paid. */
export function isOpen({ state }: { state: InvoiceState }): boolean {
  return state === "OVERDUE" || state === "AUTHORIZED";
}

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

const createInvoice = graphql(`
  mutation CreateInvoice($input: CreateInvoiceInput!) {
    createInvoice(input: $input) {
      invoice {
        ...InvoiceFields
        customer {
          id
          summary {
            ...InvoicesCard_summary
          }
        }
      }
    }
  }
`);

const updateInvoice = graphql(`
  mutation UpdateInvoice($input: UpdateInvoiceInput!) {
    updateInvoice(input: $input) {
      invoice {
        ...InvoiceFields
        customer {
          id
          summary {
            ...InvoicesCard_summary
          }
        }
      }
    }
  }
`);

const deleteInvoice = graphql(`
  mutation DeleteInvoice($input: DeleteInput!) {
    deleteInvoice(input: $input) {
      invoice {
        id
        customer {
          id
          summary {
            ...InvoicesCard_summary
          }
        }
      }
    }
  }
`);

const restoreInvoice = graphql(`
  mutation RestoreInvoice($input: RestoreInput!) {
    restoreInvoice(input: $input) {
      invoice {
        id
        customer {
          id
          summary {
            ...InvoicesCard_summary
          }
        }
      }
    }
  }
`);

const payInvoice = graphql(`
  mutation PayInvoice($input: PayInvoiceInput!) {
    payInvoice(input: $input) {
      invoice {
        ...InvoiceFields
        customer {
          id
          summary {
            ...InvoicesCard_summary
          }
        }
      }
    }
  }
`);

const reloadInvoice = graphql(`
  query ReloadInvoice($id: ID!) {
    invoice(id: $id) {
      ...InvoiceFields
    }
  }
`);

/** An invoice as forms take it. */
export type Invoice = InvoiceFieldsFragment;

/** An invoice's fields as the form holds them; empty ones are null. */
export interface InvoiceValues {
  /** The supplier's own number of a purchase invoice; a sales invoice's is the system's. */
  number: string | null;
  status: InvoiceStatus;
  issuedOn: string;
  dueOn: string;
  currency: string;
  notes: string | null;
  lines: LineSent[];
}

function versionedInvoice(invoice: Invoice): Versioned<InvoiceValues> {
  const { version, status, issuedOn, dueOn, currency, notes } = invoice;
  const number = invoice.kind === "PURCHASE" ? invoice.number : null;
  const lines = readFragment(lineFragment, invoice.lines).map(
    ({ description, quantity, unitPrice }) => ({
      description,
      quantity,
      unitPrice: unitPrice.amount,
    }),
  );
  return { version, values: { number, status, issuedOn, dueOn, currency, notes, lines } };
}

/** The statuses that may follow one. */
export function nextStatuses(status: InvoiceStatus): readonly InvoiceStatus[] {
  return INVOICE_TRANSITIONS[status];
}

/** The writes of a customer's invoices. */
export function useInvoiceEdits(customerId: string) {
  const client = useApolloClient();
  const t = useT();
  const format = useFormat();
  const trash = useTrash();
  const changed = () => forgetLists(client.cache, customerId, ["invoices"]);

  function show(values: InvoiceValues, field: keyof InvoiceValues): string {
    if (field === "status") return t(`invoices.state.${values.status}`);
    if (field === "issuedOn" || field === "dueOn") return format.date(values[field]);
    if (field === "lines") return values.lines.map(({ description }) => description).join(", ");
    return values[field] ?? "";
  }

  return {
    create: async (kind: InvoiceKind, values: InvoiceValues) => {
      await client.mutate({
        mutation: createInvoice,
        variables: { input: { customerId, kind, ...values } },
      });
      changed();
    },
    update: async (invoice: Invoice, values: InvoiceValues) => {
      const base = versionedInvoice(invoice);
      await saveVersioned<InvoiceValues>({
        base,
        changes: changesOf(base.values, values),
        send: (version, changes) =>
          client.mutate({
            mutation: updateInvoice,
            variables: { input: { id: invoice.id, version, ...changes } },
          }),
        reload: async () => {
          const { data } = await client.query({
            query: reloadInvoice,
            variables: { id: invoice.id },
            fetchPolicy: "network-only",
          });
          if (!data?.invoice) throw new Error(t("ui.gone"));
          return versionedInvoice(readFragment(invoiceFragment, data.invoice));
        },
        labelOf: (field) => t(`field.${field}`),
        show,
      });
      changed();
    },
    setStatus: async ({ id, version }: { id: string; version: number }, status: InvoiceStatus) => {
      await client.mutate({
        mutation: updateInvoice,
        variables: { input: { id, version, status } },
      });
      changed();
    },
    pay: async (
      { id, version }: { id: string; version: number },
      payment: { amount: string; paidOn: string },
    ) => {
      await client.mutate({
        mutation: payInvoice,
        variables: { input: { id, version, ...payment } },
      });
      changed();
    },
    remove: ({ id, number }: { id: string; number: string }) =>
      trash({
        name: number,
        remove: async () => {
          await client.mutate({ mutation: deleteInvoice, variables: { input: { id } } });
          changed();
        },
        restore: async () => {
          await client.mutate({ mutation: restoreInvoice, variables: { input: { id } } });
          changed();
        },
      }),
  };
}
