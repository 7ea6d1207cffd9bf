import { skipToken, useQuery } from "@apollo/client/react";
import { useDeferredValue } from "react";
import { graphql } from "../../../gql/gql.js";

const MAX_CHOICES = 5;

const searchQuery = graphql(`
  query QuickTaskCustomers($text: String!, $first: Int!) {
    search(text: $text, first: $first, types: [CUSTOMER]) {
      nodes {
        record {
          id
          ... on Customer {
            displayName
            number
          }
        }
      }
    }
  }
`);

const hereQuery = graphql(`
  query QuickTaskHere($id: ID!) {
    customer(id: $id) {
      id
      displayName
      number
    }
  }
`);

/** A customer that a task can be for. */
export interface LineCustomer {
  id: string;
  displayName: string;
  number: string;
}

/** The customers that what follows `#` can mean, the likeliest first; without it, the one on screen. */
export function useLineCustomer(
  typed: string | null,
  hereId: string | null,
): { found: readonly LineCustomer[]; searching: boolean } {
  const text = useDeferredValue(typed);
  const search = useQuery(
    searchQuery,
    text === null ? skipToken : { variables: { text, first: MAX_CHOICES } },
  );
  const here = useQuery(
    hereQuery,
    hereId === null ? skipToken : { variables: { id: hereId }, fetchPolicy: "cache-first" },
  );
  if (typed === null) {
    const customer = here.data?.customer;
    return { found: customer ? [customer] : [], searching: here.loading };
  }
  const nodes = (search.data ?? search.previousData)?.search.nodes ?? [];
  return {
    found: nodes.flatMap(({ record }) => (record?.__typename === "Customer" ? [record] : [])),
    searching: search.loading || text !== typed,
  };
}
