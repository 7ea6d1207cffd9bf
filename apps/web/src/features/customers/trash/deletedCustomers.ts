import { graphql } from "../../../gql/gql.js";
import type { TrashPageQuery } from "../../../gql/graphql.js";

/** The customers in the trash, deleted last first. */
export const deletedCustomers = graphql(`
  query TrashPage($after: String) {
    deletedCustomers(first: 50, after: $after) {
      edges {
        node {
          id
          number
          legalName
          deletedAt
          taxId {
            formatted
          }
          address {
            city
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
      totalCount
    }
  }
`);

/** A customer in the trash. */
export type DeletedCustomer = NonNullable<
  TrashPageQuery["deletedCustomers"]
>["edges"][number]["node"];
