import type { GridLayout, GridSort } from "./columns/column.js";
import type { PlacedColumn } from "./columns/useGridColumns.js";
import classes from "./DataGrid.module.css";
import { GridHeader } from "./GridHeader.js";
import { selectWidth } from "./GridRow.js";
import { SelectAllCell } from "./SelectAllCell.js";

interface GridHeadProps<T> {
  columns: readonly PlacedColumn<T>[];
  /** The header cell that takes the focus, or -1. */
  activeCell: number;
  /** How many loaded rows are chosen, of how many; nothing where rows cannot be chosen. */
  chosen: { count: number; of: number } | undefined;
  onToggleAll: () => void;
  sort: GridSort | null | undefined;
  onSort: ((sort: GridSort) => void) | undefined;
  layout: GridLayout;
  onLayout: ((layout: GridLayout) => void) | undefined;
}

/** The header row, which stays at the top of the window. */
export function GridHead<T>(props: GridHeadProps<T>) {
  const { columns, activeCell, chosen, onToggleAll, ...shared } = props;
  const offset = chosen ? 1 : 0;
  return (
    <div role="rowgroup" className={classes.head}>
      <div role="row" aria-rowindex={1} className={classes.headRow}>
        {chosen && (
          <SelectAllCell
            active={activeCell === 0}
            chosen={chosen.count}
            of={chosen.of}
            onToggle={onToggleAll}
          />
        )}
        {columns.map((placed, index) => (
          <GridHeader
            key={placed.column.id}
            placed={placed}
            index={index + offset}
            left={offset * selectWidth}
            active={activeCell === index + offset}
            {...shared}
          />
        ))}
      </div>
    </div>
  );
}
