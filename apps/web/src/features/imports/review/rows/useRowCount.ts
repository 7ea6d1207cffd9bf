import { useQuery } from "@apollo/client/react";
import { graphql } from "../../../../gql/gql.js";
import type { ImportRowFilter } from "../../../../gql/graphql.js";

const query = graphql(`
  query ImportRowCount($id: ID!, $filter: ImportRowFilter!) {
    import(id: $id) {
      id
      rows(first: 0, filter: $filter) {
        totalCount
      }
    }
  }
`);

/** How many rows of an import fit a filter; undefined until that is known, or without a filter. */
export function useRowCount(
  importId: string,
  filter: ImportRowFilter | undefined,
): number | undefined {
  const { data } = useQuery(query, {
    variables: { id: importId, filter: filter ?? {} },
    skip: !filter,
    fetchPolicy: "no-cache",
  });
  return filter && data?.import?.rows.totalCount;
}
