import { useApolloClient, useMutation } from "@apollo/client/react";
import { useState } from "react";
import { graphql } from "../../../../gql/gql.js";
import type { BulkUpdateCustomersInput } from "../../../../gql/graphql.js";
import { useFormat } from "../../../../i18n/useFormat.js";
import { useT } from "../../../../i18n/useT.js";
import { showToast } from "../../../../ui/toasts/toasts.js";
import { useAttempt } from "../../../../ui/toasts/useAttempt.js";

const bulkUpdate = graphql(`
  mutation BulkUpdateCustomers($input: BulkUpdateCustomersInput!) {
    bulkUpdateCustomers(input: $input) {
      matched
      changed
      editId
    }
  }
`);

const undoBulkUpdate = graphql(`
  mutation UndoBulkUpdate($editId: ID!) {
    undoBulkUpdateCustomers(input: { editId: $editId }) {
      restored
      kept
    }
  }
`);

/** Edits many customers, with a toast that reverts what each had before. */
export function useBulkUpdate(onUndone: () => void) {
  const client = useApolloClient();
  const t = useT();
  const { number } = useFormat();
  const attempt = useAttempt();
  const [run, { loading }] = useMutation(bulkUpdate);
  const [failure, setFailure] = useState<unknown>();

  async function undo(editId: string) {
    const { data } = await client.mutate({ mutation: undoBulkUpdate, variables: { editId } });
    onUndone();
    const { restored = 0, kept = 0 } = data?.undoBulkUpdateCustomers ?? {};
    const counts = { restored, kept, shown: number(restored), shownKept: number(kept) };
    showToast({
      message: t(kept > 0 ? "customers.bulkUndoneSome" : "customers.bulkUndone", counts),
    });
  }

  /** True if it succeeded; otherwise `failure` is the reason. */
  async function update(input: BulkUpdateCustomersInput): Promise<boolean> {
    setFailure(undefined);
    try {
      const { data } = await run({ variables: { input } });
      const { changed = 0, editId } = data?.bulkUpdateCustomers ?? {};
      showToast({
        message: t("customers.bulkDone", { count: changed, shown: number(changed) }),
        ...(editId && { onUndo: () => attempt(() => undo(editId)) }),
      });
      return true;
    } catch (thrown) {
      setFailure(thrown);
      return false;
    }
  }

  return { update, loading, failure };
}
