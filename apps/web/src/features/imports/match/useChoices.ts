import { useRef, useState } from "react";
import { useAttempt } from "../../../ui/toasts/useAttempt.js";
import { useImportEdits } from "../importEdits.js";
import { type ColumnChange, type ColumnChoice, withChange } from "./matchColumns.js";

/** The choices of the columns on screen, ahead of the server while they are saved. */
export interface Choices {
  choices: readonly ColumnChoice[];
  choose: (index: number, change: ColumnChange) => void;
  /** Kept as soon as nothing is left to save; false where the last save failed. */
  settled: () => Promise<boolean>;
}

/**
 * Saves each choice as it is made, one after the other; those that wait go together. Only what a person chose is
 * sent: what was found stays what was found.
 */
export function useChoices(importId: string, saved: readonly ColumnChoice[]): Choices {
  const attempt = useAttempt();
  const edits = useImportEdits();
  const [draft, setDraft] = useState<readonly ColumnChoice[]>();
  const waiting = useRef<ReadonlyMap<number, ColumnChange>>(new Map());
  const working = useRef<Promise<boolean>>(undefined);

  async function work(): Promise<boolean> {
    let went = true;
    while (waiting.current.size > 0) {
      const columns = [...waiting.current].map(([index, change]) => ({ index, ...change }));
      waiting.current = new Map();
      went = await attempt(() => edits.update({ id: importId, columns }));
      // What the server has is shown again, which after a failure are the choices before.
      if (waiting.current.size === 0) setDraft(undefined);
    }
    working.current = undefined;
    return went;
  }

  return {
    choices: draft ?? saved,
    choose: (index, change) => {
      setDraft(withChange(draft ?? saved, index, change));
      const before = waiting.current.get(index);
      waiting.current = new Map([...waiting.current, [index, { ...before, ...change }]]);
      working.current ??= work();
    },
    settled: async () => working.current ?? true,
  };
}
