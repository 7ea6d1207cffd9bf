import { useApolloClient } from "@apollo/client/react";
import { graphql } from "../../../../gql/gql.js";
import { useT } from "../../../../i18n/useT.js";
import { showToast } from "../../../../ui/toasts/toasts.js";
import { useAttempt } from "../../../../ui/toasts/useAttempt.js";
import type { CustomerRows } from "../customerRows.js";
import { restoreMany } from "./useBulkArchive.js";

const deleteMany = graphql(`
  mutation DeleteCustomers($ids: [ID!]!) {
    deleteCustomers(input: { ids: $ids }) {
      customers {
        id
      }
    }
  }
`);

/** Puts customers into the trash, all or none of them, with a toast that takes it back; throws what refuses it. */
export function useBulkDelete(list: CustomerRows): (ids: readonly string[]) => Promise<void> {
  const client = useApolloClient();
  const t = useT();
  const attempt = useAttempt();
  return async (ids) => {
    const variables = { ids: [...ids] };
    await client.mutate({ mutation: deleteMany, variables });
    list.remove(ids);
    showToast({
      message: t("customers.deleted", { count: ids.length }),
      onUndo: async () => {
        if (await attempt(() => client.mutate({ mutation: restoreMany, variables }))) {
          list.revert(ids);
        }
      },
    });
  };
}
