import { useApolloClient } from "@apollo/client/react";
import { recordTypeOf } from "@clientela/shared/records/recordActions";
import { graphql } from "../../gql/gql.js";
import { useT } from "../../i18n/useT.js";
import { useViewer } from "../../session/viewer.js";
import { showToast } from "../../ui/toasts/toasts.js";
import { useAttempt } from "../../ui/toasts/useAttempt.js";
import type { ActivityEntry } from "./activityEntry.js";
import { reverterOf } from "./revert.js";

const nowQuery = graphql(`
  query PutBackNow($id: ID!) {
    node(id: $id) {
      __typename
      id
      ... on Customer {
        version
        address {
          country
        }
      }
      ... on Contact {
        version
      }
      ... on Project {
        version
      }
      ... on Task {
        version
      }
      ... on Deal {
        version
      }
      ... on Quote {
        version
      }
      ... on Order {
        version
      }
      ... on Invoice {
        version
      }
    }
  }
`);

/** One field that a deed changed. */
type Change = ActivityEntry["changes"][number];

/**
 * Gives a field the value that it had before a change, by the ordinary update on the record as it is
 * now; undefined for what this person may not, or nobody can, put back.
 */
export function useRevert(
  entry: ActivityEntry,
): (change: Change) => (() => Promise<void>) | undefined {
  const client = useApolloClient();
  const t = useT();
  const attempt = useAttempt();
  const { permissions } = useViewer();

  async function readNow(id: string) {
    const { data } = await client.query({
      query: nowQuery,
      variables: { id },
      fetchPolicy: "network-only",
    });
    const node = data?.node;
    if (!node || !("version" in node)) throw new Error(t("ui.gone"));
    const country = node.__typename === "Customer" ? node.address?.country : null;
    return { id, version: node.version, country };
  }

  return (change) => {
    const putter = reverterOf(recordTypeOf(entry.recordType), change.field, permissions);
    const id = entry.record?.id;
    if (!putter || id === undefined || change.erased) return undefined;
    return async () => {
      const send = async () => putter.put(client, change.field, await readNow(id), change.oldValue);
      if (!(await attempt(send))) return;
      showToast({ message: t("activity.putBackDone") });
      await client.refetchQueries({ include: "active" });
    };
  };
}
