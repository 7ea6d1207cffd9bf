import { useFormat } from "../../../i18n/useFormat.js";
import { useT } from "../../../i18n/useT.js";
import { SummaryCard } from "../../../ui/cards/SummaryCard.js";
import { resultSearch } from "./resultSearch.js";
import { useUndo } from "./useUndo.js";

interface UndoneProps {
  importId: string;
  /** Whether the rows on screen are those that were kept. */
  kept: boolean;
}

/** What undoing an import did, in numbers; those that were kept lead to their rows. */
export function Undone({ importId, kept }: UndoneProps) {
  const t = useT();
  const format = useFormat();
  const { undo } = useUndo(importId);
  if (!undo) return null;
  return (
    <SummaryCard
      title={t("import.undid")}
      metrics={(["deleted", "restored", "kept", "gone"] as const).map((what) => ({
        label: t(`import.undid.${what}`),
        value: format.number(undo[what]),
        to: resultSearch(what === "kept" && !kept ? "kept" : null),
        tone: what === "kept" && undo.kept > 0 ? "amber" : undefined,
        active: what === "kept" && kept,
      }))}
    />
  );
}
