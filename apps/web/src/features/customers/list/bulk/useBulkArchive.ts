import { useApolloClient } from "@apollo/client/react";
import { graphql } from "../../../../gql/gql.js";
import { useT } from "../../../../i18n/useT.js";
import { showToast } from "../../../../ui/toasts/toasts.js";
import { useAttempt } from "../../../../ui/toasts/useAttempt.js";
import type { CustomerRows } from "../customerRows.js";

const archive = graphql(`
  mutation ArchiveCustomers($ids: [ID!]!) {
    archiveCustomers(input: { ids: $ids }) {
      customers {
        id
        version
        status
      }
    }
  }
`);

/** Takes customers out of the archive or the trash. */
export const restoreMany = graphql(`
  mutation RestoreCustomers($ids: [ID!]!) {
    restoreCustomers(input: { ids: $ids }) {
      customers {
        id
        version
        status
      }
    }
  }
`);

/**
 * Archives customers, or takes them out of the archive. They leave the list at once, come back
 * where it does not work, and a toast takes it back.
 */
export function useBulkArchive(list: CustomerRows) {
  const client = useApolloClient();
  const t = useT();
  const attempt = useAttempt();

  async function leave(
    ids: readonly string[],
    mutation: typeof archive | typeof restoreMany,
    back: typeof archive | typeof restoreMany,
    message: string,
  ) {
    const variables = { ids: [...ids] };
    list.remove(ids);
    if (!(await attempt(() => client.mutate({ mutation, variables })))) {
      list.revert(ids);
      return;
    }
    showToast({
      message,
      onUndo: async () => {
        if (await attempt(() => client.mutate({ mutation: back, variables }))) list.revert(ids);
      },
    });
  }

  return {
    archive: (ids: readonly string[]) =>
      leave(ids, archive, restoreMany, t("customers.archived", { count: ids.length })),
    restore: (ids: readonly string[]) =>
      leave(ids, restoreMany, archive, t("customers.restored", { count: ids.length })),
  };
}
