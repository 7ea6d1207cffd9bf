import { useQuery } from "@apollo/client/react";
import { graphql } from "../../../gql/gql.js";

const query = graphql(`
  query ImportUndo($id: ID!) {
    import(id: $id) {
      id
      undo {
        deleted
        restored
        kept
        gone
      }
    }
  }
`);

/** What undoing an import would do now, or did. */
export function useUndo(importId: string) {
  // Others may have edited what it wrote since the last look.
  const { data, error, refetch } = useQuery(query, {
    variables: { id: importId },
    fetchPolicy: "no-cache",
  });
  return { undo: data?.import?.undo ?? undefined, error, retry: () => void refetch() };
}
