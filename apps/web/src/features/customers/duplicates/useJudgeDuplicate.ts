import { useApolloClient } from "@apollo/client/react";
import { forgetLists } from "../../../cache/forgetLists.js";
import { graphql } from "../../../gql/gql.js";
import { useT } from "../../../i18n/useT.js";
import { showToast } from "../../../ui/toasts/toasts.js";
import { useAttempt } from "../../../ui/toasts/useAttempt.js";

const dismiss = graphql(`
  mutation DismissDuplicate($ids: [ID!]!) {
    dismissDuplicate(input: { ids: $ids }) {
      customers {
        id
      }
    }
  }
`);

const propose = graphql(`
  mutation ProposeDuplicate($ids: [ID!]!) {
    proposeDuplicate(input: { ids: $ids }) {
      customers {
        id
      }
    }
  }
`);

/** Two customers that may be one, by id and name. */
export type Pair = readonly { id: string; legalName: string }[];

/** Tells two customers apart for good, with a toast that takes it back. */
export function useJudgeDuplicate(): (pair: Pair) => Promise<void> {
  const client = useApolloClient();
  const t = useT();
  const attempt = useAttempt();

  return async (pair) => {
    const ids = pair.map(({ id }) => id);
    const send = (mutation: typeof dismiss | typeof propose) =>
      attempt(async () => {
        await client.mutate({ mutation, variables: { ids } });
        for (const id of ids) forgetLists(client.cache, id);
        client.cache.evict({ fieldName: "duplicateCandidates" });
      });
    if (!(await send(dismiss))) return;
    const [one, other] = pair.map(({ legalName }) => legalName);
    showToast({
      message: t("duplicates.dismissed", { one: one ?? "", other: other ?? "" }),
      onUndo: () => send(propose),
    });
  };
}
