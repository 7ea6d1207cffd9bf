import type { FragmentType } from "../../../gql/fragment-masking.js";
import { readFragment } from "../../../gql/fragment-masking.js";
import { graphql } from "../../../gql/gql.js";

/** The promise of a customer that is due first of those that are not kept. */
export const nextPromiseFragment = graphql(`
  fragment NextPromise_customer on Customer {
    promisesToPay(first: 1, filter: { state: [BROKEN, DUE_TODAY, UPCOMING] }) {
      nodes {
        id
        dueOn
        state
        amount {
          amount
          currency
        }
      }
    }
  }
`);

/** The promise that is due first of those that are not kept. */
export const nextPromiseOf = (customer: FragmentType<typeof nextPromiseFragment>) =>
  readFragment(nextPromiseFragment, customer).promisesToPay.nodes[0];
