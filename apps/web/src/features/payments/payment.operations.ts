import type { ApolloClient } from "@apollo/client";
import { forgetLists } from "../../cache/forgetLists.js";
import { graphql } from "../../gql/gql.js";
import type {
  CreatePaymentInput,
  PaymentFieldsFragment,
  ReversePaymentInput,
} from "../../gql/graphql.js";
import { defineShownStatus } from "../../records/recordStatus.js";

/** A payment with what rows and drawers show of it. */
export const paymentFragment = graphql(`
  fragment PaymentFields on Payment {
    id
    version
    direction
    paidOn
    method
    reference
    note
    reversedOn
    reversalReason
    amount {
      amount
      currency
    }
    unallocated {
      amount
      currency
    }
  }
`);

/** A payment as rows and drawers take it. */
export type Payment = PaymentFieldsFragment;

/** Where a payment stands: allocated, with money on account, or reversed. */
export const paymentStatus = defineShownStatus({
  shown: ({ reversedOn, unallocated }: Payment) => {
    if (reversedOn) return "reversed";
    return Number(unallocated.amount) > 0 ? "onAccount" : "allocated";
  },
  tones: { reversed: "grey", onAccount: "amber", allocated: "green" },
  struck: "reversed",
  label: (t, shown) => t(`payments.status.${shown}`),
});

const create = graphql(`
  mutation CreatePayment($input: CreatePaymentInput!) {
    createPayment(input: $input) {
      payment {
        ...PaymentFields
      }
      invoices {
        ...InvoiceFields
        ...InvoiceChanged
      }
    }
  }
`);

const reverse = graphql(`
  mutation ReversePayment($input: ReversePaymentInput!) {
    reversePayment(input: $input) {
      payment {
        ...PaymentFields
      }
      invoices {
        ...InvoiceFields
        ...InvoiceChanged
      }
    }
  }
`);

const CHANGED = ["payments", "invoices", "promisesToPay"];

/** Registers a payment of a customer. */
export async function createPayment(
  client: ApolloClient,
  input: CreatePaymentInput & { customerId: string },
): Promise<void> {
  await client.mutate({ mutation: create, variables: { input } });
  forgetLists(client.cache, input.customerId, CHANGED);
}

/** Reverses a payment of a customer with all that it pays. */
export async function reversePayment(
  client: ApolloClient,
  customerId: string,
  input: ReversePaymentInput & { id: string },
): Promise<void> {
  await client.mutate({ mutation: reverse, variables: { input } });
  client.cache.evict({
    id: client.cache.identify({ __typename: "Payment", id: input.id }),
    fieldName: "allocations",
  });
  forgetLists(client.cache, customerId, CHANGED);
}
