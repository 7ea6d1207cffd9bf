import { useApolloClient } from "@apollo/client/react";
import { useT } from "../../../i18n/useT.js";
import { showToast } from "../../../ui/toasts/toasts.js";
import { useAttempt } from "../../../ui/toasts/useAttempt.js";
import { restoreCustomer } from "./restoreCustomer.js";

/** Brings a customer back from the trash; true where it is back, and where it cannot be a toast says why. */
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
