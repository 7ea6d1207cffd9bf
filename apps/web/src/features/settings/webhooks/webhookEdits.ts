import { useApolloClient } from "@apollo/client/react";
import { graphql } from "../../../gql/gql.js";
import type {
  CreateWebhookInput,
  UpdateWebhookInput,
  WebhookRowFragment,
} from "../../../gql/graphql.js";
import { useT } from "../../../i18n/useT.js";

/** A webhook as its list and its drawer show it. */
export const webhookFragment = graphql(`
  fragment WebhookRow on Webhook {
    id
    version
    url
    description
    events
    enabled
    disabledAt
    failingSince
    retryAt
    createdAt
  }
`);

/** A webhook, read. */
export type Webhook = WebhookRowFragment;

const createWebhook = graphql(`
  mutation CreateWebhook($input: CreateWebhookInput!) {
    createWebhook(input: $input) {
      secret
    }
  }
`);

const updateWebhook = graphql(`
  mutation UpdateWebhook($input: UpdateWebhookInput!) {
    updateWebhook(input: $input) {
      webhook {
        ...WebhookRow
      }
    }
  }
`);

const rotateSecret = graphql(`
  mutation RotateWebhookSecret($id: ID!) {
    rotateWebhookSecret(input: { id: $id }) {
      secret
    }
  }
`);

const deleteWebhook = graphql(`
  mutation DeleteWebhook($id: ID!) {
    deleteWebhook(input: { id: $id }) {
      webhook {
        id
      }
    }
  }
`);

const redeliver = graphql(`
  mutation RedeliverWebhook($deliveryId: ID!) {
    redeliverWebhook(input: { deliveryId: $deliveryId }) {
      delivery {
        id
      }
    }
  }
`);

// What the list shows is read again before a write is done; secrets must not stay in the cache.
const unseen = {
  refetchQueries: ["WebhookList"],
  awaitRefetchQueries: true,
  fetchPolicy: "no-cache" as const,
};

/** Makes webhooks, changes and deletes them, and sends events again. */
export function useWebhookEdits() {
  const client = useApolloClient();
  const t = useT();
  return {
    /** Returns the secret, which is shown once. */
    async create(input: CreateWebhookInput): Promise<string> {
      const { data } = await client.mutate({
        mutation: createWebhook,
        variables: { input },
        ...unseen,
      });
      if (!data) throw new Error(t("ui.notDone"));
      return data.createWebhook.secret;
    },
    update: (input: UpdateWebhookInput) =>
      client.mutate({ mutation: updateWebhook, variables: { input } }),
    /** Returns the new secret, which is shown once. */
    async rotate(id: string): Promise<string> {
      const { data } = await client.mutate({
        mutation: rotateSecret,
        variables: { id },
        ...unseen,
      });
      if (!data) throw new Error(t("ui.notDone"));
      return data.rotateWebhookSecret.secret;
    },
    remove: (id: string) =>
      client.mutate({ mutation: deleteWebhook, variables: { id }, ...unseen }),
    redeliver: (deliveryId: string) =>
      client.mutate({
        mutation: redeliver,
        variables: { deliveryId },
        refetchQueries: ["WebhookDeliveries"],
      }),
  };
}

/** How a webhook is. */
export function webhookState({ enabled, failingSince }: Webhook): "on" | "failing" | "off" {
  if (!enabled) return "off";
  return failingSince ? "failing" : "on";
}
