import { useApolloClient, useQuery } from "@apollo/client/react";
import { graphql } from "../../../gql/gql.js";
import type { SavedViewsQuery } from "../../../gql/graphql.js";

const query = graphql(`
  query SavedViews {
    savedViews {
      id
      version
      name
      query
      shared
      canUpdate
      owner {
        id
        name
      }
    }
  }
`);

/** A view that somebody keeps. */
export type SavedView = SavedViewsQuery["savedViews"][number];

/** The views that the person keeps and those that everyone has, and the way to read them again. */
export function useSavedViews(): { views: readonly SavedView[]; reread: () => Promise<unknown> } {
  const client = useApolloClient();
  const { data } = useQuery(query);
  return {
    views: data?.savedViews ?? [],
    reread: () => client.refetchQueries({ include: [query] }),
  };
}
