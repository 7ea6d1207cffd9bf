import { useLayoutEffect, useRef } from "react";
import { useT } from "../../i18n/useT.js";
import { LoadingBar } from "../feedback/LoadingBar.js";
import { useDelayed } from "../feedback/useDelayed.js";
import { lengths } from "./columns/cellStyle.js";
import { defaultLayout, type GridLayout, narrowRowHeight, rowHeights } from "./columns/column.js";
import { useGridColumns } from "./columns/useGridColumns.js";
import classes from "./DataGrid.module.css";
import type { DataGridProps } from "./DataGridProps.js";
import { GridFoot } from "./GridFoot.js";
import { GridHead } from "./GridHead.js";
import { GridRow, selectWidth } from "./GridRow.js";
import { GridStatus } from "./GridStatus.js";
import { useGridEvents } from "./useGridEvents.js";
import { useGridSelection } from "./useGridSelection.js";
import { useGridFocus } from "./window/useGridFocus.js";
import { useGridShortcuts } from "./window/useGridShortcuts.js";
import { useGridWindow } from "./window/useGridWindow.js";
import { useKeptPlace } from "./window/useKeptPlace.js";
import { useMissingRows } from "./window/useMissingRows.js";

const headerHeight = 36;
const narrowBelow = 560;

/** The one grid of the app: any number of rows, all by keyboard, two-line rows on a phone. */
export function DataGrid<T>(props: DataGridProps<T>) {
  const { columns, rows, firstIndex = 0, rowId, rowName, selection, totals, memory } = props;
  const t = useT();
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
  const empty = !props.loading && total === 0;

  return (
    <div className={classes.grid} data-narrow={narrow || undefined}>
      <LoadingBar active={props.loading === true && !firstLoad} label={t("grid.loading")} />
      <div
        ref={scroller}
        role="grid"
        aria-label={props.label}
        aria-rowcount={total + 1 + (totals ? 1 : 0)}
        aria-colcount={cells}
        aria-multiselectable={selection ? true : undefined}
        aria-busy={props.loading}
        className={classes.scroller}
        data-empty={empty || undefined}
        style={{ scrollPaddingInlineStart: narrow ? undefined : pinnedWidth }}
        onKeyDown={onKeyDown}
        onFocus={onFocus}
        onScroll={({ currentTarget }) =>
          currentTarget.toggleAttribute("data-scrolled", currentTarget.scrollLeft > 0)
        }
      >
        <div className={classes.content} style={lengths({ "min-width": minWidth })}>
          <GridHead
            columns={narrow ? placed.slice(0, 1) : placed}
            activeCell={active.row === -1 ? active.cell : -1}
            chosen={selection && { count: rows.filter(isChosen).length, of: rows.length }}
            onToggleAll={() => choose.toggleAll(rows)}
            sort={props.sort}
            onSort={props.onSort}
            layout={layout}
            onLayout={narrow ? undefined : props.onLayout}
          />
          <div
            role="rowgroup"
            className={classes.body}
            style={lengths({ spacer: seen.spacer })}
            onClick={onClick}
          >
            {indexes.map((index) => {
              const row = rowAt(index);
              const id = row === undefined ? undefined : rowId(row);
              return (
                <GridRow
                  // By place and not by id, so that a row keeps the focus when it arrives.
                  key={index}
                  row={row}
                  index={index}
                  top={seen.topOf(index)}
                  height={rowHeight}
                  columns={placed}
                  narrow={narrow}
                  activeCell={active.row === index ? active.cell : -1}
                  selectable={selection !== undefined}
                  selected={row !== undefined && isChosen(row)}
                  name={row === undefined ? "" : rowName(row)}
                  marked={id !== undefined && props.marked?.has(id) === true}
                />
              );
            })}
          </div>
          {totals && !narrow && total > 0 && (
            <GridFoot
              columns={placed}
              selectable={selection !== undefined}
              rowIndex={total + 2}
              totals={totals}
            />
          )}
        </div>
      </div>
      {empty && <div className={classes.empty}>{props.empty}</div>}
      {!firstLoad && total > 0 && (
        <GridStatus
          first={seen.firstSeen + 1}
          last={seen.lastSeen + 1}
          total={total}
          isEstimate={props.isEstimate}
        />
      )}
    </div>
  );
}
