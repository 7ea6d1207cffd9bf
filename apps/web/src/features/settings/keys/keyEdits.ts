import { useApolloClient } from "@apollo/client/react";
import { graphql } from "../../../gql/gql.js";
import type { CreateApiKeyInput, KeyRowFragment } from "../../../gql/graphql.js";
import { useT } from "../../../i18n/useT.js";

/** A key as its list and its drawer show it. */
export const keyFragment = graphql(`
  fragment KeyRow on ApiKey {
    id
    name
    prefix
    scopes
    createdAt
    expiresAt
    lastUsedAt
    revokedAt
    createdBy {
      id
      name
    }
  }
`);

/** A key in the list of the person who created it. */
export const ownKeyFragment = graphql(`
  fragment OwnKey on ApiKey {
    id
    name
    prefix
    scopes
    expiresAt
    lastUsedAt
    revokedAt
  }
`);

/** A key, read. */
export type Key = KeyRowFragment;

const createKey = graphql(`
  mutation CreateApiKey($input: CreateApiKeyInput!) {
    createApiKey(input: $input) {
      secret
      key {
        id
        name
      }
    }
  }
`);

const revokeKey = graphql(`
  mutation RevokeApiKey($id: ID!) {
    revokeApiKey(input: { id: $id }) {
      key {
        id
        revokedAt
      }
    }
  }
`);

/** A new key with its secret, which is shown once. */
export interface NewKey {
  name: string;
  secret: string;
}

/** Makes keys and ends them. */
export function useKeyEdits() {
  const client = useApolloClient();
  const t = useT();
  return {
    async create(input: CreateApiKeyInput): Promise<NewKey> {
      const { data } = await client.mutate({
        mutation: createKey,
        variables: { input },
        refetchQueries: ["KeyList"],
        awaitRefetchQueries: true,
        // The secret must not stay in the cache.
        fetchPolicy: "no-cache",
      });
      if (!data) throw new Error(t("ui.notDone"));
      const { key, secret } = data.createApiKey;
      return { name: key.name, secret };
    },
    revoke: (id: string) => client.mutate({ mutation: revokeKey, variables: { id } }),
  };
}

/** Whether a key works at this moment, and why not. */
export function keyState({
  revokedAt,
  expiresAt,
}: Pick<Key, "revokedAt" | "expiresAt">): "active" | "revoked" | "expired" {
  if (revokedAt) return "revoked";
  return expiresAt && Date.parse(expiresAt) <= Date.now() ? "expired" : "active";
}
