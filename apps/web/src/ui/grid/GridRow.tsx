import { memo, type ReactNode } from "react";
import { useT } from "../../i18n/useT.js";
import selectBox from "./checkbox.module.css";
import { cellStyle, lengths } from "./columns/cellStyle.js";
import type { PlacedColumn } from "./columns/useGridColumns.js";
import classes from "./DataGrid.module.css";
import { NarrowCell } from "./NarrowCell.js";

/** The width of the cell with the check box. */
export const selectWidth = 40;

interface GridRowProps<T> {
  /** Nothing where the row is not loaded yet. */
  row: T | undefined;
  /** The place in the whole list, from 0. */
  index: number;
  top: number;
  height: number;
  columns: readonly PlacedColumn<T>[];
  narrow: boolean;
  /** The cell of this row that takes the focus, or -1. */
  activeCell: number;
  selectable: boolean;
  selected: boolean;
  /** What the check box is called. */
  name: string;
  marked: boolean;
}

function GridRowPlain<T>(props: GridRowProps<T>) {
  const { row, index, top, height, columns, narrow, activeCell, selectable, selected } = props;
  const t = useT();
  const offset = selectable ? 1 : 0;
  const style = lengths({ height, top });
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-selected={selectable ? selected : undefined}
      data-row={index}
      data-active={activeCell >= 0 || undefined}
      data-marked={props.marked || undefined}
      className={classes.row}
      style={style}
    >
      {selectable && (
        <div
          role="gridcell"
          aria-colindex={1}
          tabIndex={activeCell === 0 ? 0 : -1}
          data-cell={`${index}:0`}
          className={classes.selectCell}
        >
          {row !== undefined && (
            <input
              type="checkbox"
              tabIndex={-1}
              data-select=""
              className={selectBox.checkbox}
              aria-label={t("grid.selectRow", { name: props.name })}
              checked={selected}
              readOnly
            />
          )}
        </div>
      )}
      {narrow ? (
        <NarrowCell
          row={row}
          columns={columns}
          index={index}
          offset={offset}
          active={activeCell === offset}
        />
      ) : (
        columns.map((placed, column) => (
          <div
            key={placed.column.id}
            role="gridcell"
            aria-colindex={column + offset + 1}
            tabIndex={activeCell === column + offset ? 0 : -1}
            data-cell={`${index}:${column + offset}`}
            data-pinned={placed.pinned || undefined}
            data-align={placed.column.align}
            className={classes.cell}
            style={cellStyle(placed, offset * selectWidth)}
          >
            {row === undefined ? (
              <span className={classes.bone} />
            ) : (
              <Shown>{placed.column.cell(row)}</Shown>
            )}
          </div>
        ))
      )}
    </div>
  );
}

/** A bare text in an element of its own, which can be cut short with an ellipsis. */
function Shown({ children }: { children: ReactNode }) {
  return typeof children === "string" ? <span title={children}>{children}</span> : children;
}

/** One row; drawn again only when something of it changes. */
export const GridRow: typeof GridRowPlain = memo(GridRowPlain) as typeof GridRowPlain;
