import { useApolloClient } from "@apollo/client/react";
import { useT } from "../../i18n/useT.js";
import { showToast } from "../../ui/toasts/toasts.js";
import { useAttempt } from "../../ui/toasts/useAttempt.js";
import { type DeletedRecord, definitionOf } from "./deletedRecords.js";

/** Restores a record of any kind; true if it worked, otherwise a toast says why not. */
export function useRestoreRecord(): (record: DeletedRecord) => Promise<boolean> {
  const client = useApolloClient();
  const t = useT();
  const attempt = useAttempt();
  return async (record) => {
    const { id, name, customer } = record;
    const { type, restore } = definitionOf(record);
    if (!restore) throw new Error(`${type} is never in the trash`);
    const back = await attempt(async () => (await restore())(client, id));
    if (!back) return false;
    // Any list or metric may have the record again.
    client.cache.modify({
      id: "ROOT_QUERY",
      fields: (value, { fieldName, DELETE }) => (fieldName === "viewer" ? value : DELETE),
    });
    if (customer) client.cache.evict({ id: client.cache.identify(customer) });
    client.cache.gc();
    showToast({ message: t("trash.restored", { name: name ?? t(`trash.type.${type}`) }) });
    return true;
  };
}
