import { useApolloClient } from "@apollo/client/react";
import { useState } from "react";
import { forgetLists } from "../../../cache/forgetLists.js";
import { ownedLists } from "../../../gql/cacheShapes.js";
import { graphql } from "../../../gql/gql.js";
import type { MergeFieldChoice } from "../../../gql/graphql.js";
import { useT } from "../../../i18n/useT.js";
import { showToast } from "../../../ui/toasts/toasts.js";
import { useAttempt } from "../../../ui/toasts/useAttempt.js";
import type { Mergeable } from "./mergeFields.js";

const mergeCustomers = graphql(`
  mutation MergeCustomers($input: MergeCustomersInput!) {
    mergeCustomers(input: $input) {
      merge {
        id
      }
      customer {
        ...MergeableCustomer_customer
      }
    }
  }
`);

const undoMerge = graphql(`
  mutation UndoMerge($id: ID!) {
    undoMerge(input: { id: $id }) {
      customer {
        ...MergeableCustomer_customer
      }
      customers {
        ...MergeableCustomer_customer
      }
    }
  }
`);

// What a customer has of records that move: its lists, and its metrics.
const moved = [...(ownedLists.Customer ?? []), "summary", "contacts", "addresses"];

/** Which customers became one. */
export interface Merged {
  survivorId: string;
  mergedIds: readonly string[];
}

interface Merging {
  survivor: Mergeable;
  others: readonly Mergeable[];
  fields: MergeFieldChoice[];
  onUndone: ((merged: Merged) => void) | undefined;
}

/** Makes customers one, with a toast that takes them apart again. */
export function useMerge() {
  const client = useApolloClient();
  const t = useT();
  const attempt = useAttempt();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>();

  // All lists and metrics of the survivor count other records now, and a search finds other customers.
  function forget(survivorId: string) {
    const id = client.cache.identify({ __typename: "Customer", id: survivorId });
    for (const fieldName of moved) client.cache.evict({ id, fieldName });
    forgetLists(client.cache, survivorId, ["customers"]);
  }

  async function merge({ survivor, others, fields, onUndone }: Merging) {
    const merged = { survivorId: survivor.id, mergedIds: others.map(({ id }) => id) };
    const { version } = survivor;
    setBusy(true);
    setFailure(undefined);
    try {
      const { data } = await client.mutate({
        mutation: mergeCustomers,
        variables: { input: { ...merged, version, fields } },
      });
      const id = data?.mergeCustomers.merge.id;
      forget(survivor.id);
      showToast({
        message: t("merge.done", { name: survivor.legalName, count: others.length }),
        onUndo: async () => {
          if (!id) return;
          const undone = await attempt(() =>
            client.mutate({ mutation: undoMerge, variables: { id } }),
          );
          if (!undone) return;
          forget(survivor.id);
          onUndone?.(merged);
        },
      });
      return merged;
    } catch (thrown) {
      setFailure(thrown);
      return undefined;
    } finally {
      setBusy(false);
    }
  }

  return { merge, busy, failure };
}
