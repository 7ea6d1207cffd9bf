import type { ImportRowDecision } from "../../../gql/graphql.js";
import { useT } from "../../../i18n/useT.js";
import { showToast } from "../../../ui/toasts/toasts.js";
import { useAttempt } from "../../../ui/toasts/useAttempt.js";
import { useImportEdits } from "../importEdits.js";
import type { WhichRows } from "./useLeaving.js";

/** What becomes of undecided rows. Null takes decisions back. */
export interface Decision {
  decision: ImportRowDecision | null;
  /** The record for UPDATE. Rows with a single candidate need none. */
  recordId?: string;
}

/** Decides what becomes of undecided rows; returns whether it worked. */
export type Decide = (which: WhichRows, decision: Decision) => Promise<boolean>;

/** Decides undecided rows of an import; a toast shows how many, and can undo it. */
export function useDeciding(importId: string): Decide {
  const t = useT();
  const attempt = useAttempt();
  const edits = useImportEdits();

  const decide: Decide = (which, { decision, recordId }) =>
    attempt(async () => {
      const count = await edits.decide({ id: importId, ...which, decision, recordId });
      showToast({
        message: t(decision === null ? "import.decisionTakenBack" : "import.decided", { count }),
        ...(decision !== null &&
          "lines" in which && { onUndo: () => decide(which, { decision: null }) }),
      });
    });
  return decide;
}
