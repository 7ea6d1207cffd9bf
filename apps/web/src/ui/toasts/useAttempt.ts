import { useT } from "../../i18n/useT.js";
import { sayFailure } from "../feedback/apiError.js";
import { showToast } from "./toasts.js";

/** Runs a write that no form waits for; a failure is told by a toast. True where it went well. */
export function useAttempt(): (write: () => Promise<unknown>) => Promise<boolean> {
  const t = useT();
  return async (write) => {
    try {
      await write();
      return true;
    } catch (failure) {
      showToast({ message: sayFailure(failure) ?? t("ui.notDone"), failed: true });
      return false;
    }
  };
}

/** A record that goes to the trash, and how it comes back. */
export interface Trashing {
  /** What the toast calls it. */
  name: string;
  remove: () => Promise<unknown>;
  restore: () => Promise<unknown>;
}

/** Deletes a record and offers to take that back. */
export function useTrash(): (trashing: Trashing) => Promise<void> {
  const t = useT();
  const attempt = useAttempt();
  return async ({ name, remove, restore }) => {
    if (!(await attempt(remove))) return;
    showToast({ message: t("ui.deleted", { name }), onUndo: () => attempt(restore) });
  };
}
