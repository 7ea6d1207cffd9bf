import type { ApolloClient } from "@apollo/client";
import type { InvoiceKind } from "@clientela/shared/records/enums";
import { forgetLists } from "../../cache/forgetLists.js";
import { graphql } from "../../gql/gql.js";
import type { CancelCreditNoteInput, CreditNoteFieldsFragment } from "../../gql/graphql.js";
import { defineShownStatus } from "../../records/recordStatus.js";
import type { LineValue } from "../../ui/documents/lineDrafts.js";

/** A credit note with what rows and drawers show of it. */
export const creditNoteFragment = graphql(`
  fragment CreditNoteFields on CreditNote {
    id
    version
    number
    kind
    issuedOn
    reference
    notes
    cancelledOn
    cancellationReason
    total {
      amount
      currency
    }
    unallocated {
      amount
      currency
    }
  }
`);

/** A credit note as rows and drawers take it. */
export type CreditNote = CreditNoteFieldsFragment;

/** Where a credit note stands: settled, with something on account, or cancelled. */
export const creditNoteStatus = defineShownStatus({
  shown: ({ cancelledOn, unallocated }: CreditNote) => {
    if (cancelledOn) return "cancelled";
    return Number(unallocated.amount) > 0 ? "onAccount" : "settled";
  },
  tones: { cancelled: "grey", onAccount: "amber", settled: "green" },
  struck: "cancelled",
  label: (t, shown) => t(`creditNotes.status.${shown}`),
});

/** A new credit note's fields as a form saves them. */
export interface CreditNoteValues {
  invoiceId: string | null;
  kind: InvoiceKind;
  issuedOn: string;
  currency: string;
  reference: string | null;
  notes: string | null;
  lines: LineValue[];
}

const create = graphql(`
  mutation CreateCreditNote($input: CreateCreditNoteInput!) {
    createCreditNote(input: $input) {
      creditNote {
        ...CreditNoteFields
      }
      invoices {
        ...InvoiceFields
        ...InvoiceChanged
      }
    }
  }
`);

const cancel = graphql(`
  mutation CancelCreditNote($input: CancelCreditNoteInput!) {
    cancelCreditNote(input: $input) {
      creditNote {
        ...CreditNoteFields
      }
      invoices {
        ...InvoiceFields
        ...InvoiceChanged
      }
    }
  }
`);

function forget({ cache }: ApolloClient, customerId: string, invoiceIds: readonly string[]): void {
  for (const id of invoiceIds) {
    cache.evict({ id: cache.identify({ __typename: "Invoice", id }), fieldName: "creditNotes" });
  }
  forgetLists(cache, customerId, ["creditNotes", "invoices"]);
}

/** Makes a credit note of a customer. */
export async function createCreditNote(
  client: ApolloClient,
  customerId: string,
  values: CreditNoteValues,
): Promise<void> {
  await client.mutate({ mutation: create, variables: { input: { customerId, ...values } } });
  forget(client, customerId, values.invoiceId === null ? [] : [values.invoiceId]);
}

/** Cancels a credit note of a customer with all that it settles. */
export async function cancelCreditNote(
  client: ApolloClient,
  customerId: string,
  input: CancelCreditNoteInput & { id: string },
  invoiceIds: readonly string[],
): Promise<void> {
  await client.mutate({ mutation: cancel, variables: { input } });
  client.cache.evict({
    id: client.cache.identify({ __typename: "CreditNote", id: input.id }),
    fieldName: "allocations",
  });
  forget(client, customerId, invoiceIds);
}
