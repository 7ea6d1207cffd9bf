import type { ImportRowFilter } from "../../../gql/graphql.js";
import { useT } from "../../../i18n/useT.js";
import { showToast } from "../../../ui/toasts/toasts.js";
import { useAttempt } from "../../../ui/toasts/useAttempt.js";
import { useImportEdits } from "../importEdits.js";

/** Which rows: those on some lines, or all that a filter fits. */
export type WhichRows = { lines: number[] } | { filter: ImportRowFilter };

/** The mutations that skip rows of an import, and include them again. */
export interface Leaving {
  leaveOut: (which: WhichRows) => Promise<boolean>;
  takeIn: (which: WhichRows) => Promise<boolean>;
}

/** Skips rows of an import, and includes them again; a toast shows how many, and can undo it. */
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

// By then a filter may match other rows.
const canBeTakenBack = (which: WhichRows) => "lines" in which;
