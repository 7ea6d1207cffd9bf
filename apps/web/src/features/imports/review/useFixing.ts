import { useCallbackRef } from "@mantine/hooks";
import { useMemo } from "react";
import { useT } from "../../../i18n/useT.js";
import { showToast } from "../../../ui/toasts/toasts.js";
import { useAttempt } from "../../../ui/toasts/useAttempt.js";
import { useImportEdits } from "../importEdits.js";
import { CellFixes } from "./CellFixes.js";
import type { CellFix, Fixing } from "./fixing.js";

/** How the cells of an import are fixed in a grid of its rows. */
export function useFixing(importId: string): Fixing {
  const t = useT();
  const attempt = useAttempt();
  const edits = useImportEdits();
  const fixes = useMemo(() => new CellFixes(), []);

  // The cells are not drawn anew for a function that does the same.
  const save = useCallbackRef(({ line, column, text, allMatching }: CellFix) => {
    void fixes.send(line, column, text, () =>
      attempt(async () => {
        const rows = await edits.fix({ id: importId, line, column, value: text, allMatching });
        if (allMatching) showToast({ message: t("import.cellsFixed", { count: rows }) });
      }),
    );
  });

  return useMemo(() => ({ importId, fixes, place: "grid", save }), [importId, fixes, save]);
}
