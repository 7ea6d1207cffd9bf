import { useApolloClient } from "@apollo/client/react";
import { useT } from "../../i18n/useT.js";
import { useViewer } from "../../session/viewer.js";
import { showToast } from "../../ui/toasts/toasts.js";
import { useAttempt } from "../../ui/toasts/useAttempt.js";
import type { ActivityEntry } from "./activityEntry.js";
import { definitionOf, type HistoryRecords, useHistoryDetails } from "./historyRecords.js";

type Change = Pick<ActivityEntry["changes"][number], "field" | "erased" | "oldValue">;

/**
 * Gives a field the value that it had before a change, by the ordinary update on the record as it is
 * now; undefined for what nobody can revert, and where this person may not make that update.
 */
export function useRevert(
  records: HistoryRecords,
  entry: ActivityEntry,
): (change: Change) => (() => Promise<void>) | undefined {
  const client = useApolloClient();
  const t = useT();
  const attempt = useAttempt();
  const { permissions } = useViewer();
  const definition = definitionOf(records, entry);
  const { mayChange } = useHistoryDetails(records)(entry);
  const id = entry.record?.id;

  return ({ field, erased, oldValue }) => {
    const load = definition?.revert;
    if (!load || id === undefined || erased) return undefined;
    if (!(mayChange ?? permissions.has(definition.write))) return undefined;
    if (!definition.history[field]?.revertible) return undefined;
    return async () => {
      const send = async () => (await load())({ client, t }, { id, field, old: oldValue });
      if (!(await attempt(send))) return;
      showToast({ message: t("activity.revertDone") });
      await client.refetchQueries({ include: "active" });
    };
  };
}
