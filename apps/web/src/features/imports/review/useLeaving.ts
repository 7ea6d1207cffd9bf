import type { ImportRowFilter } from "../../../gql/graphql.js";
import { useT } from "../../../i18n/useT.js";
import { showToast } from "../../../ui/toasts/toasts.js";
import { useAttempt } from "../../../ui/toasts/useAttempt.js";
import { useImportEdits } from "../importEdits.js";

/** Which rows: those on some lines, or all that a filter fits. */
export type WhichRows = { lines: number[] } | { filter: ImportRowFilter };

/** How rows of an import are excluded from it, and taken in again. */
export interface Leaving {
  leaveOut: (which: WhichRows) => Promise<boolean>;
  takeIn: (which: WhichRows) => Promise<boolean>;
}

/** Leaves rows of an import out, and takes them in again; a toast says how many, and takes it back. */
export function useLeaving(importId: string): Leaving {
  const t = useT();
  const attempt = useAttempt();
  const edits = useImportEdits();

  const leaving: Leaving = {
    leaveOut: (which) =>
      attempt(async () => {
        const count = await edits.leaveOut({ id: importId, ...which });
        showToast({
          message: t("import.leftOut", { count }),
          ...(canBeTakenBack(which) && { onUndo: () => leaving.takeIn(which) }),
        });
      }),
    takeIn: (which) =>
      attempt(async () => {
        const count = await edits.takeIn({ id: importId, ...which });
        showToast({
          message: t("import.takenIn", { count }),
          ...(canBeTakenBack(which) && { onUndo: () => leaving.leaveOut(which) }),
        });
      }),
  };
  return leaving;
}

// A filter may fit other rows by then.
const canBeTakenBack = (which: WhichRows) => "lines" in which;
