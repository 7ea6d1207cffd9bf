import { useRef, useState } from "react";
import { useAttempt } from "../../../ui/toasts/useAttempt.js";
import { useImportEdits } from "../importEdits.js";
import type { ColumnChoice } from "./matchColumns.js";

/** The choices of the columns on screen, ahead of the server while they are saved. */
export interface Choices {
  choices: readonly ColumnChoice[];
  choose: (next: readonly ColumnChoice[]) => void;
  /** Kept as soon as nothing is left to save; false where the last save failed. */
  settled: () => Promise<boolean>;
}

/** Saves each choice as it is made, one after the other, and only the newest of those that wait. */
export function useChoices(importId: string, saved: readonly ColumnChoice[]): Choices {
  const attempt = useAttempt();
  const edits = useImportEdits();
  const [draft, setDraft] = useState<readonly ColumnChoice[]>();
  const waiting = useRef<readonly ColumnChoice[]>(undefined);
  const working = useRef<Promise<boolean>>(undefined);

  async function work(): Promise<boolean> {
    let went = true;
    for (let next = waiting.current; next; next = waiting.current) {
      waiting.current = undefined;
      const columns = next.map(({ index, field, rule }) => ({ index, field, rule }));
      went = await attempt(() => edits.update({ id: importId, columns }));
      // What the server has is shown again, which after a failure are the choices before.
      if (!waiting.current) setDraft(undefined);
    }
    working.current = undefined;
    return went;
  }

  return {
    choices: draft ?? saved,
    choose: (next) => {
      setDraft(next);
      waiting.current = next;
      working.current ??= work();
    },
    settled: async () => working.current ?? true,
  };
}
