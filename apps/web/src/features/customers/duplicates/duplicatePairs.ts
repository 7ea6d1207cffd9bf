import { graphql } from "../../../gql/gql.js";
import type { DuplicatesPageQuery } from "../../../gql/graphql.js";

/** Pairs of customers that may be one. */
export const duplicatePairs = graphql(`
  query DuplicatesPage($after: String) {
    duplicateCandidates(first: 50, after: $after) {
      edges {
        node {
          reasons
          score
          customers {
            id
            number
            legalName
            taxId {
              formatted
            }
            address {
              city
            }
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

/** Two customers that may be one, with why. */
export type DuplicateRow = DuplicatesPageQuery["duplicateCandidates"]["edges"][number]["node"];
