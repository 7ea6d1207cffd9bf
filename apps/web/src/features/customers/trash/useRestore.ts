import { useApolloClient } from "@apollo/client/react";
import { useT } from "../../../i18n/useT.js";
import { showToast } from "../../../ui/toasts/toasts.js";
import { useAttempt } from "../../../ui/toasts/useAttempt.js";
import { restoreCustomer } from "./restoreCustomer.js";

/** Restores a customer from the trash; true if it worked, otherwise a toast says why not. */
export function useRestore(): (customer: { id: string; legalName: string }) => Promise<boolean> {
  const client = useApolloClient();
  const t = useT();
  const attempt = useAttempt();
  return async ({ id, legalName }) => {
    const back = await attempt(() => restoreCustomer(client, id));
    if (!back) return false;
    for (const fieldName of ["deletedRecords", "deletedCustomer", "customer"])
      client.cache.evict({ id: "ROOT_QUERY", fieldName });
    client.cache.gc();
    showToast({ message: t("trash.restored", { name: legalName }) });
    return true;
  };
}
