import type { ApolloClient } from "@apollo/client";
import { graphql } from "../../../../gql/gql.js";
import type { ImportRowFilter, ImportRowsQuery } from "../../../../gql/graphql.js";
import { KeysetRows } from "../../../../keyset/KeysetRows.js";
import type { RowSource } from "../../../../keyset/rowSource.js";

const query = graphql(`
  query ImportRows(
    $id: ID!
    $first: Int
    $after: String
    $last: Int
    $before: String
    $filter: ImportRowFilter
    $withTotal: Boolean!
  ) {
    import(id: $id) {
      id
      rows(first: $first, after: $after, last: $last, before: $before, filter: $filter) {
        edges {
          cursor
          node {
            line
            class
            outcome
            undo
            recordId
            decision
            payment {
              ...PaymentMatch_match
            }
            candidates {
              recordId
              payment {
                ...PaymentMatch_match
              }
              record {
                __typename
                ... on Customer {
                  displayName
                  number
                }
                ... on Contact {
                  name
                }
                ... on Project {
                  name
                }
              }
              changes {
                field
                old
                new
              }
            }
            cells {
              column
              value
            }
            changes {
              field
              old
              new
            }
            issues {
              column
              code
              message
              severity
            }
            customer {
              id
              displayName
              number
            }
          }
        }
        pageInfo {
          hasNextPage
          hasPreviousPage
        }
        totalCount @include(if: $withTotal)
      }
    }
  }
`);

const cursorQuery = graphql(`
  query ImportRowCursor($id: ID!, $offset: Int!, $filter: ImportRowFilter) {
    import(id: $id) {
      id
      rowCursor(offset: $offset, filter: $filter)
    }
  }
`);

type Node = NonNullable<ImportRowsQuery["import"]>["rows"]["edges"][number]["node"];

/** A row of the file, with what it would do and what became of it. */
export type ImportRow = Node & { id: string };

/** A record that a row may be. */
export type Candidate = Node["candidates"][number];

/** Something to be said about a row. */
export type Issue = Node["issues"][number];

/** A column of the file as the grid of rows shows it. */
export interface ShownColumn {
  index: number;
  header: string;
  field: string | null;
  /** Whether it is only a fallback for when the field's other columns are blank. */
  fallback: boolean;
}

function sourceOf(client: ApolloClient, id: string, filter: ImportRowFilter): RowSource<ImportRow> {
  return {
    watch(page, received, failed, known) {
      let stopped = false;
      if (!known) {
        client
          // The rows of a large file are looked at once; in the cache they would only take room.
          .query({ query, variables: { id, filter, ...page }, fetchPolicy: "no-cache" })
          .then(({ data }) => {
            const rows = data?.import?.rows;
            if (stopped) return;
            if (!rows) throw new Error("the import is gone");
            received({
              edges: rows.edges.map(({ cursor, node }) => ({
                cursor,
                node: { ...node, id: String(node.line) },
              })),
              ...rows.pageInfo,
              total: rows.totalCount ?? undefined,
            });
          })
          .catch((error: unknown) => {
            if (!stopped) failed(error);
          });
      }
      return () => {
        stopped = true;
      };
    },
    cursorAt: async (offset) => {
      const variables = { id, filter, offset };
      const { data } = await client.query({
        query: cursorQuery,
        variables,
        fetchPolicy: "no-cache",
      });
      return data?.import?.rowCursor ?? null;
    },
  };
}

/** The rows of an import that fit a filter, of any number. */
export function importRowsOf(client: ApolloClient, id: string, filter: ImportRowFilter) {
  return new KeysetRows(sourceOf(client, id, filter));
}

/** What is to be said about a row, what decides on it first: errors, then what is so of the row as a whole. */
export function issuesByWeight({ issues }: ImportRow): readonly Issue[] {
  const weight = ({ severity, column }: Issue) =>
    severity === "error" ? 0 : column === null ? 1 : 2;
  return issues.toSorted((a, b) => weight(a) - weight(b));
}
