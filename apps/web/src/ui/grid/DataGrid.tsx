import type { ReactNode } from "react";
import { useT } from "../../i18n/useT.js";
import { LoadingBar } from "../feedback/LoadingBar.js";
import { lengths } from "./columns/cellStyle.js";
import classes from "./DataGrid.module.css";
import type { DataGridProps } from "./DataGridProps.js";
import { GridFoot } from "./GridFoot.js";
import { GridHead } from "./GridHead.js";
import { GridRow } from "./GridRow.js";
import { GridStatus } from "./GridStatus.js";
import { useDataGrid } from "./useDataGrid.js";

/** The one grid of the app: any number of rows, all by keyboard, two-line rows on a phone. */
export function DataGrid<T>(props: DataGridProps<T>) {
  const { rows, selection, totals } = props;
  const t = useT();
  const grid = useDataGrid(props);
  const { scroller, layout, firstLoad, total, placed, seen, narrow, cells, active } = grid;
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
        style={{ scrollPaddingInlineStart: narrow ? undefined : grid.pinnedWidth }}
        onKeyDown={grid.onKeyDown}
        onFocus={grid.onFocus}
        onScroll={({ currentTarget }) =>
          currentTarget.toggleAttribute("data-scrolled", currentTarget.scrollLeft > 0)
        }
      >
        <div className={classes.content} style={lengths({ "min-width": grid.minWidth })}>
          <GridHead
            columns={narrow ? placed.slice(0, 1) : placed}
            activeCell={active.row === -1 ? active.cell : -1}
            chosen={selection && { count: rows.filter(grid.isChosen).length, of: rows.length }}
            onToggleAll={() => grid.choose.toggleAll(rows)}
            sort={props.sort}
            onSort={props.onSort}
            layout={layout}
            onLayout={narrow ? undefined : props.onLayout}
          />
          <div
            role="rowgroup"
            className={classes.body}
            style={lengths({ spacer: seen.spacer })}
            onClick={grid.onClick}
          >
            <GridRows grid={grid} {...props} />
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

interface GridRowsProps<T>
  extends Pick<DataGridProps<T>, "rowId" | "rowName" | "selection" | "marked"> {
  grid: ReturnType<typeof useDataGrid<T>>;
}

/** The rows on screen. */
function GridRows<T>({ grid, rowId, rowName, selection, marked }: GridRowsProps<T>) {
  return grid.indexes.map((index): ReactNode => {
    const row = grid.rowAt(index);
    const id = row === undefined ? undefined : rowId(row);
    return (
      <GridRow
        // By place and not by id, so that a row keeps the focus when it arrives.
        key={index}
        row={row}
        index={index}
        top={grid.seen.topOf(index)}
        height={grid.rowHeight}
        columns={grid.placed}
        narrow={grid.narrow}
        activeCell={grid.active.row === index ? grid.active.cell : -1}
        selectable={selection !== undefined}
        selected={row !== undefined && grid.isChosen(row)}
        name={row === undefined ? "" : rowName(row)}
        marked={id !== undefined && marked?.has(id) === true}
      />
    );
  });
}
