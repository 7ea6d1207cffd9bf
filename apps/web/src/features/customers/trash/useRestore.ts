import { useApolloClient } from "@apollo/client/react";
import { graphql } from "../../../gql/gql.js";
import { useT } from "../../../i18n/useT.js";
import { showToast } from "../../../ui/toasts/toasts.js";
import { useAttempt } from "../../../ui/toasts/useAttempt.js";

const restore = graphql(`
  mutation RestoreFromTrash($ids: [ID!]!) {
    restoreCustomers(input: { ids: $ids }) {
      customers {
        id
        version
        status
      }
    }
  }
`);

/** Brings a customer back from the trash; true where it is back, and where it cannot be a toast says why. */
export function useRestore(): (customer: { id: string; legalName: string }) => Promise<boolean> {
  const client = useApolloClient();
  const t = useT();
  const attempt = useAttempt();
  return async ({ id, legalName }) => {
    const back = await attempt(() =>
      client.mutate({ mutation: restore, variables: { ids: [id] } }),
    );
    if (!back) return false;
    for (const fieldName of ["deletedCustomers", "deletedCustomer", "customer"])
      client.cache.evict({ id: "ROOT_QUERY", fieldName });
    client.cache.gc();
    showToast({ message: t("trash.restored", { name: legalName }) });
    return true;
  };
}
