import { useCallback } from "react";
import { useT } from "../../i18n/useT.js";
import { sayFailure } from "../feedback/apiError.js";
import { showToast } from "./toasts.js";

/** Runs a write that no form waits for and reports a failure in a toast; true on success. Stable per language. */
export function useAttempt(): (write: () => Promise<unknown>) => Promise<boolean> {
  const t = useT();
  return useCallback(
    async (write) => {
      try {
        await write();
        return true;
      } catch (failure) {
        showToast({ message: sayFailure(failure) ?? t("ui.notDone"), failed: true });
        return false;
      }
    },
    [t],
  );
}

/** A record that goes to the trash, and how it comes back. */
export interface Trashing {
  /** What the toast calls it. */
  name: string;
  remove: () => Promise<unknown>;
  restore: () => Promise<unknown>;
}

/** Deletes a record and offers Undo. Stable per language. */
export function useTrash(): (trashing: Trashing) => Promise<void> {
  const t = useT();
  const attempt = useAttempt();
  return useCallback(
    async ({ name, remove, restore }) => {
      if (!(await attempt(remove))) return;
      showToast({ message: t("ui.deleted", { name }), onUndo: () => attempt(restore) });
    },
    [t, attempt],
  );
}
