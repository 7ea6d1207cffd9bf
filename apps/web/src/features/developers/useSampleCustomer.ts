import { useQuery } from "@apollo/client/react";
import { graphql } from "../../gql/gql.js";
import { useMay } from "../../session/viewer.js";
import type { SampleCustomer } from "./examples.js";

const query = graphql(`
  query SampleCustomer {
    customers(first: 1, orderBy: { field: CREATED_AT, direction: ASC }) {
      edges {
        node {
          id
          taxId {
            country
            value
          }
        }
      }
    }
  }
`);

/** The first customer there is, for examples that run as they stand; undefined while it is looked for. */
export function useSampleCustomer(): SampleCustomer | null | undefined {
  const mayRead = useMay("customers:read");
  const { data, error } = useQuery(query, { fetchPolicy: "cache-first", skip: !mayRead });
  if (!mayRead || error) return null;
  if (!data) return undefined;
  const node = data.customers.edges[0]?.node;
  if (!node) return null;
  const { id, taxId } = node;
  // Without the name of the type, which the cache adds and an input does not know.
  return { id, taxId: taxId ? { country: taxId.country, value: taxId.value } : null };
}
