import { useT } from "../../../../i18n/useT.js";
import { Badge } from "../../../../ui/values/Badge.js";
import type { ImportRow } from "./importRows.js";
import { classTones, outcomeTones } from "./rowStates.js";

/** What became of a row, or, until it has run, what it would do. */
export function RowStateBadge({ row }: { row: ImportRow }) {
  const t = useT();
  if (row.outcome) {
    return <Badge tone={outcomeTones[row.outcome]}>{t(`import.became.${row.outcome}`)}</Badge>;
  }
  return row.class ? (
    <Badge tone={classTones[row.class]}>{t(`import.class.${row.class}`)}</Badge>
  ) : null;
}
