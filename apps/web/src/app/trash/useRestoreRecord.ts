import { useApolloClient } from "@apollo/client/react";
import { useT } from "../../i18n/useT.js";
import { showToast } from "../../ui/toasts/toasts.js";
import { useAttempt } from "../../ui/toasts/useAttempt.js";
import { type DeletedRecord, definitionOf } from "./deletedRecords.js";

// What may list the record again, besides its customer.
const LISTS = ["deletedRecords", "deletedCustomer", "customer", "customers", "project", "tasks"];

/** Takes a record of any kind out of the trash; true where it is back, and where it cannot be a toast says why. */
export function useRestoreRecord(): (record: DeletedRecord) => Promise<boolean> {
  const client = useApolloClient();
  const t = useT();
  const attempt = useAttempt();
  return async (record) => {
    const { id, name, customer } = record;
    const { type, restore } = definitionOf(record);
    const back = await attempt(async () => (await restore())(client, id));
    if (!back) return false;
    for (const fieldName of LISTS) client.cache.evict({ id: "ROOT_QUERY", fieldName });
    if (customer) client.cache.evict({ id: client.cache.identify(customer) });
    client.cache.gc();
    showToast({ message: t("trash.restored", { name: name ?? t(`trash.type.${type}`) }) });
    return true;
  };
}
