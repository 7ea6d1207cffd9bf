import { IconArrowDown, IconArrowUp } from "@tabler/icons-react";
import { type PointerEvent, useRef } from "react";
import { ColumnMenu } from "./columns/ColumnMenu.js";
import { cellStyle } from "./columns/cellStyle.js";
import type { GridLayout, GridSort } from "./columns/column.js";
import { withMoved, withWidth } from "./columns/layoutChanges.js";
import type { PlacedColumn } from "./columns/useGridColumns.js";
import grid from "./DataGrid.module.css";
import classes from "./GridHeader.module.css";

interface GridHeaderProps<T> {
  placed: PlacedColumn<T>;
  /** The place in the row, from 0. */
  index: number;
  /** Pixels from the left where the column is pinned. */
  left: number;
  active: boolean;
  sort: GridSort | null | undefined;
  onSort: ((sort: GridSort) => void) | undefined;
  layout: GridLayout;
  onLayout: ((layout: GridLayout) => void) | undefined;
}

/** One cell of the header: sorts by a click, is resized at its edge and reordered by dragging. */
export function GridHeader<T>(props: GridHeaderProps<T>) {
  const { placed, index, left, active, sort, onSort, layout, onLayout } = props;
  const { column, pinned } = placed;
  const cell = useRef<HTMLDivElement>(null);
  const direction = sort?.column === column.id ? sort.direction : undefined;
  const sortable = column.sortable && onSort;
  // Of numbers and money people look for the largest.
  const first = column.align === "end" ? "desc" : "asc";
  const other = first === "asc" ? "desc" : "asc";

  function resize(event: PointerEvent<HTMLSpanElement>) {
    if (!onLayout || !cell.current) return;
    event.preventDefault();
    event.stopPropagation();
    const handle = event.currentTarget;
    const start = { x: event.clientX, width: cell.current.offsetWidth };
    handle.setPointerCapture(event.pointerId);
    handle.onpointermove = (move) =>
      onLayout(withWidth(layout, column.id, start.width + move.clientX - start.x));
    handle.onpointerup = () => {
      handle.onpointermove = null;
      handle.onpointerup = null;
    };
  }

  return (
    <div
      ref={cell}
      role="columnheader"
      aria-colindex={index + 1}
      aria-sort={direction && (direction === "asc" ? "ascending" : "descending")}
      title={column.hint}
      tabIndex={active ? 0 : -1}
      data-cell={`-1:${index}`}
      data-column={column.id}
      data-pinned={pinned || undefined}
      data-align={column.align}
      data-sortable={sortable ? true : undefined}
      className={grid.headerCell}
      style={cellStyle(placed, left)}
      draggable={!pinned && onLayout !== undefined}
      onDragStart={(event) => event.dataTransfer.setData("text/x-column", column.id)}
      onDragOver={(event) => {
        if (!pinned && event.dataTransfer.types.includes("text/x-column")) event.preventDefault();
      }}
      onDrop={(event) => {
        const moved = event.dataTransfer.getData("text/x-column");
        if (moved) onLayout?.(withMoved(layout, moved, column.id));
      }}
      onClick={() => {
        if (sortable) onSort({ column: column.id, direction: direction === first ? other : first });
      }}
    >
      <span className={grid.headerName}>{column.header}</span>
      {direction === "asc" && <IconArrowUp size={14} aria-hidden="true" />}
      {direction === "desc" && <IconArrowDown size={14} aria-hidden="true" />}
      <ColumnMenu {...{ column, pinned, layout, onLayout, direction }} onSort={sortable} />
      {onLayout && (
        <span
          className={classes.resizer}
          aria-hidden="true"
          onPointerDown={resize}
          // The end of a drag is a click on the header too, which would sort it.
          onClick={(event) => event.stopPropagation()}
        />
      )}
    </div>
  );
}
