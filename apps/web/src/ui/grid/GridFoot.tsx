import type { ReactNode } from "react";
import { cellStyle } from "./columns/cellStyle.js";
import type { PlacedColumn } from "./columns/useGridColumns.js";
import classes from "./DataGrid.module.css";
import { selectWidth } from "./GridRow.js";

interface GridFootProps<T> {
  columns: readonly PlacedColumn<T>[];
  selectable: boolean;
  /** `aria-rowindex`, from 1. */
  rowIndex: number;
  totals: (column: string) => ReactNode;
}

/** The row of totals, which stays at the foot of the window. */
export function GridFoot<T>({ columns, selectable, rowIndex, totals }: GridFootProps<T>) {
  const offset = selectable ? 1 : 0;
  return (
    <div role="rowgroup" className={classes.foot}>
      <div role="row" aria-rowindex={rowIndex} className={classes.headRow}>
        {selectable && <div role="gridcell" aria-colindex={1} className={classes.selectCell} />}
        {columns.map((placed, index) => (
          <div
            key={placed.column.id}
            role="gridcell"
            aria-colindex={index + offset + 1}
            data-pinned={placed.pinned || undefined}
            data-align={placed.column.align}
            className={classes.footCell}
            style={cellStyle(placed, offset * selectWidth)}
          >
            {totals(placed.column.id)}
          </div>
        ))}
      </div>
    </div>
  );
}
