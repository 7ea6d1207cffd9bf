import { useApolloClient } from "@apollo/client/react";
import { graphql } from "../../../gql/gql.js";
import type { CreateSavedViewInput, UpdateSavedViewInput } from "../../../gql/graphql.js";

const create = graphql(`
  mutation CreateSavedView($input: CreateSavedViewInput!) {
    createSavedView(input: $input) {
      view {
        id
      }
    }
  }
`);

const update = graphql(`
  mutation UpdateSavedView($input: UpdateSavedViewInput!) {
    updateSavedView(input: $input) {
      view {
        id
        version
        name
        query
        shared
      }
    }
  }
`);

const remove = graphql(`
  mutation DeleteSavedView($id: ID!) {
    deleteSavedView(input: { id: $id }) {
      view {
        id
      }
    }
  }
`);

/** Writes saved views; `create` returns the new one's id. */
export function useSavedViewEdits() {
  const client = useApolloClient();
  return {
    async create(input: CreateSavedViewInput): Promise<string> {
      const { data } = await client.mutate({ mutation: create, variables: { input } });
      return data?.createSavedView.view.id ?? "";
    },
    update: (input: UpdateSavedViewInput) =>
      client.mutate({ mutation: update, variables: { input } }),
    remove: (id: string) => client.mutate({ mutation: remove, variables: { id } }),
  };
}
