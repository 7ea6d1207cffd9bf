import { useState } from "react";
import type { TaskFieldsFragment } from "../../gql/graphql.js";
import { useT } from "../../i18n/useT.js";
import { useRecordMutations } from "../../records/useRecordMutations.js";
import { showToast } from "../../ui/toasts/toasts.js";
import { useAttempt } from "../../ui/toasts/useAttempt.js";
import { taskOperations } from "./task.operations.js";

/** Whether a task is done, and the way to change that, which can be undone. `customerId` as for `useRecordMutations`. */
export function useTaskDone(
  task: TaskFieldsFragment,
  customerId: string | null,
): [done: boolean, setDone: (done: boolean) => Promise<void>] {
  const t = useT();
  const mutations = useRecordMutations(taskOperations, customerId);
  const attempt = useAttempt();
  // Optimistic; a failure takes it back.
  const [wanted, setWanted] = useState<boolean>();
  const done = wanted ?? task.status === "DONE";

  async function setDone(next: boolean) {
    setWanted(next);
    const before = task.status;
    const saved = await attempt(() => mutations.update(task, { status: next ? "DONE" : "TODO" }));
    setWanted(undefined);
    if (saved && next) {
      showToast({
        message: t("tasks.isDone", { title: task.title }),
        onUndo: () =>
          attempt(() =>
            mutations.update(
              { ...task, version: task.version + 1, status: "DONE" },
              { status: before },
            ),
          ),
      });
    }
  }

  return [done, setDone];
}
