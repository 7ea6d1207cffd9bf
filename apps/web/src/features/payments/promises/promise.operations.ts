import {
  type PromiseState,
  promiseFields as rules,
} from "@clientela/shared/promises/promiseFields";
import { readFragment } from "../../../gql/fragment-masking.js";
import { graphql } from "../../../gql/gql.js";
import type { PromiseFieldsFragment } from "../../../gql/graphql.js";
import { defineOperations } from "../../../records/defineOperations.js";
import { defineShownStatus } from "../../../records/recordStatus.js";
import { promiseFields } from "./promise.fields.js";

/** A promise to pay with what rows show and its form edits. */
export const promiseFragment = graphql(`
  fragment PromiseFields on PromiseToPay {
    id
    version
    madeOn
    dueOn
    amount {
      amount
      currency
    }
    received {
      amount
      currency
    }
    state
    contactId
    contact {
      id
      name
    }
    invoiceIds
    note
  }
`);

// What a write changes besides.
graphql(`
  fragment PromiseChanged on PromiseToPay {
    id
    customer {
      id
      ...NextPromise_customer
    }
  }
`);

const load = graphql(`
  query PromiseToPay($id: ID!) {
    node(id: $id) {
      id
      ... on PromiseToPay {
        ...PromiseFields
      }
    }
  }
`);

const create = graphql(`
  mutation CreatePromiseToPay($input: CreatePromiseToPayInput!) {
    createPromiseToPay(input: $input) {
      promiseToPay {
        ...PromiseFields
        ...PromiseChanged
      }
    }
  }
`);

const update = graphql(`
  mutation UpdatePromiseToPay($input: UpdatePromiseToPayInput!) {
    updatePromiseToPay(input: $input) {
      promiseToPay {
        ...PromiseFields
        ...PromiseChanged
      }
    }
  }
`);

const remove = graphql(`
  mutation DeletePromiseToPay($input: DeleteInput!) {
    deletePromiseToPay(input: $input) {
      promiseToPay {
        ...PromiseChanged
      }
    }
  }
`);

const restore = graphql(`
  mutation RestorePromiseToPay($input: RestoreInput!) {
    restorePromiseToPay(input: $input) {
      promiseToPay {
        ...PromiseChanged
      }
    }
  }
`);

/** A promise to pay as rows and forms take it. */
export type PromiseToPay = PromiseFieldsFragment;

/** A promise's fields as a form saves them. */
export interface PromiseValues {
  amount: string;
  currency: string;
  dueOn: string | null;
  madeOn: string | null;
  contactId: string | null;
  invoiceIds: string[];
  note: string | null;
}

/** How promises to pay are read and written. */
export const promiseOperations = defineOperations({
  write: "invoices:write",
  fields: promiseFields,
  rules,
  check: ({ madeOn, dueOn }: PromiseValues) => ({
    dueOn: madeOn && dueOn && dueOn < madeOn ? "invalid_date" : null,
  }),
  values: ({ amount, ...promise }: PromiseToPay): PromiseValues => ({
    amount: amount.amount,
    currency: amount.currency,
    dueOn: promise.dueOn,
    madeOn: promise.madeOn,
    contactId: promise.contactId ?? null,
    invoiceIds: promise.invoiceIds,
    note: promise.note ?? null,
  }),
  name: ({ amount }: PromiseToPay, { t, format }) =>
    t("promises.titleOf", { amount: format.money(amount) }),
  load,
  loaded: ({ node }) =>
    node?.__typename === "PromiseToPay" ? readFragment(promiseFragment, node) : null,
  create,
  createInput: ({ dueOn, ...values }, customerId) => ({
    customerId,
    dueOn: dueOn ?? "",
    ...values,
  }),
  update,
  remove,
  restore,
  lists: ["promisesToPay"],
});

/** Where a promise stands today. */
export const promiseStatus = defineShownStatus<{ state: PromiseState }, PromiseState>({
  shown: ({ state }) => state,
  tones: { UPCOMING: "blue", DUE_TODAY: "amber", BROKEN: "red", KEPT: "green" },
  label: (t, state) => t(`promises.state.${state}`),
});
