import { useLayoutEffect, useRef } from "react";
import { useDelayed } from "../feedback/useDelayed.js";
import { defaultLayout, type GridLayout, narrowRowHeight, rowHeights } from "./columns/column.js";
import { useGridColumns } from "./columns/useGridColumns.js";
import type { DataGridProps } from "./DataGridProps.js";
import { selectWidth } from "./GridRow.js";
import { useGridEvents } from "./useGridEvents.js";
import { useGridSelection } from "./useGridSelection.js";
import { useGridFocus } from "./window/useGridFocus.js";
import { useGridShortcuts } from "./window/useGridShortcuts.js";
import { useGridWindow } from "./window/useGridWindow.js";
import { useKeptPlace } from "./window/useKeptPlace.js";
import { useMissingRows } from "./window/useMissingRows.js";

const headerHeight = 36;
const narrowBelow = 560;

/** What a grid shows and how it is moved through: its columns, the rows on screen, the focus and the selection. */
export function useDataGrid<T>(props: DataGridProps<T>) {
  const { columns, rows, firstIndex = 0, rowId, selection, totals, memory } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const standard = useRef<GridLayout>(undefined);
  standard.current ??= defaultLayout(columns);
  const layout = props.layout ?? standard.current;
  const firstLoad = props.loading === true && rows.length === 0;
  const bones = useDelayed(firstLoad);
  const total = firstLoad ? (bones ? 30 : 0) : (props.total ?? firstIndex + rows.length);
  const placed = useGridColumns(columns, layout);
  const narrowRef = useRef(false);
  const rowHeight = narrowRef.current ? narrowRowHeight : rowHeights[props.density ?? "normal"];
  const covered = (narrowRef.current ? 0 : headerHeight) + (totals ? headerHeight : 0);
  const seen = useGridWindow({ scroller, rows: total, rowHeight, covered });
  const narrow = seen.width > 0 && seen.width < narrowBelow;
  narrowRef.current = narrow;

  const offset = selection ? 1 : 0;
  const cells = narrow ? offset + 1 : placed.length + offset;
  const rowAt = (index: number): T | undefined => rows[index - firstIndex];
  const isChosen = (row: T) => selection?.selected.has(rowId(row)) === true;
  const { active, focusCell, onFocus } = useGridFocus({
    root: scroller,
    rows: total,
    cells,
    firstCell: offset,
    show: seen.show,
  });
  const choose = useGridSelection({ selection, rowAt, rowId });

  useGridShortcuts({
    enabled: props.shortcuts !== false && total > 0,
    selectable: selection !== undefined,
    opens: props.onOpen !== undefined,
    peeks: props.onPeek !== undefined,
    move: (by) => {
      const inside = scroller.current?.contains(document.activeElement) && active.row >= 0;
      focusCell({ row: Math.max(0, active.row + (inside ? by : 0)), cell: active.cell });
    },
    select: () => choose.toggle(active.row),
  });

  useMissingRows({
    first: seen.first,
    last: seen.last,
    total,
    loaded: { first: firstIndex, count: rows.length },
    enabled: !firstLoad,
    onNeed: props.onNeed,
  });
  useKeptPlace({
    memory,
    filled: rows.length > 0,
    restore: (place) => {
      seen.goTo(place.position);
      focusCell(place.active);
    },
    place: () => ({ position: seen.position(), active }),
  });

  // Links and buttons in cells are reached through their cell, not by Tab.
  useLayoutEffect(() => {
    for (const inner of scroller.current?.querySelectorAll("[data-row] :is(a, button)") ?? []) {
      inner.setAttribute("tabindex", "-1");
    }
  });

  const { onKeyDown, onClick } = useGridEvents({
    active,
    rows,
    extent: { rows: total, cells, page: Math.max(1, seen.lastSeen - seen.firstSeen) },
    rowAt,
    selectable: selection !== undefined,
    choose,
    focusCell,
    onOpen: props.onOpen,
    onPeek: props.onPeek,
  });

  const indexes: number[] = [];
  for (let index = seen.first; index <= seen.last; index += 1) indexes.push(index);
  // The active row stays in the page when it is scrolled away, so that the focus is not lost.
  if (active.row >= 0 && !indexes.includes(active.row)) indexes.push(active.row);
  const minWidth = narrow
    ? undefined
    : placed.reduce((sum, { width }) => sum + width, offset * selectWidth);
  const pinnedWidth = offset * selectWidth + (placed[0]?.width ?? 0);
  return {
    scroller,
    layout,
    firstLoad,
    total,
    placed,
    rowHeight,
    seen,
    narrow,
    cells,
    rowAt,
    isChosen,
    active,
    onFocus,
    choose,
    onKeyDown,
    onClick,
    indexes,
    minWidth,
    pinnedWidth,
  };
}
