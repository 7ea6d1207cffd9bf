import { use, useSyncExternalStore } from "react";
import { useT } from "../../../i18n/useT.js";
import { CellEditor } from "./CellEditor.js";
import classes from "./FixableCell.module.css";
import { type Fixing, FixingContext } from "./fixing.js";
import { RowCell, type RowCellProps, textOfCell } from "./rows/RowCell.js";

/** A cell of the file that a click or Enter opens to be fixed, where the rows can still be. */
export function FixableCell(props: RowCellProps) {
  const fixing = use(FixingContext);
  return fixing ? <Fixable {...props} fixing={fixing} /> : <RowCell {...props} />;
}

function Fixable({ fixing, ...cell }: RowCellProps & { fixing: Fixing }) {
  const t = useT();
  const { fixes, place } = fixing;
  const { line } = cell.row;
  const open = useSyncExternalStore(fixes.subscribe, () => fixes.isOpen(place, line, cell.column));
  const sent = useSyncExternalStore(fixes.subscribe, () => fixes.textOf(line, cell.column));
  if (open) return <CellEditor {...cell} fixing={fixing} text={sent ?? textOfCell(cell)} />;
  return (
    <button
      type="button"
      data-fix=""
      className={classes.rest}
      aria-label={(sent ?? textOfCell(cell)) === "" ? t("import.blank") : undefined}
      onClick={() => fixes.open(place, line, cell.column)}
    >
      {sent === undefined ? (
        <RowCell {...cell} />
      ) : (
        <span className={classes.sent}>{sent || t("import.blank")}</span>
      )}
    </button>
  );
}
