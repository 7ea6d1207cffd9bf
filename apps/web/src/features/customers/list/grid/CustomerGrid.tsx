import { lazy, Suspense, useEffect, useRef, useState } from "react";
import { useLocation, useNavigate } from "react-router";
import { useT } from "../../../../i18n/useT.js";
import { paths } from "../../../../paths.js";
import type { Density, GridColumn, GridLayout } from "../../../../ui/grid/columns/column.js";
import { DataGrid } from "../../../../ui/grid/DataGrid.js";
import { listEntryOf } from "../../listOrigin.js";
import type { CustomerRow } from "../customerRows.js";
import { ListEmpty } from "../ListEmpty.js";
import { ListOriginContext } from "../listOriginContext.js";
import { isSortColumn, type ListParams } from "../listParams.js";
import type { useCustomerRows } from "../useCustomerRows.js";
import classes from "./CustomerGrid.module.css";
import { usePrefetch } from "./usePrefetch.js";

const TotalCell = lazy(() => import("./TotalCell.js"));

const neighbours = 200;
// Adding up more customers takes the database seconds.
const MAX_SUMMED_AT_ONCE = 20_000;

interface CustomerGridProps {
  listParams: ListParams;
  onParams: (listParams: ListParams) => void;
  result: ReturnType<typeof useCustomerRows>;
  columns: readonly GridColumn<CustomerRow>[];
  layout: GridLayout;
  onLayout: (layout: GridLayout) => void;
  density: Density;
  selected: ReadonlySet<string>;
  onSelected: (selected: ReadonlySet<string>) => void;
  marked: ReadonlySet<string>;
  onPeek: (id: string) => void;
  onAdd: (() => void) | undefined;
}

/** The list itself: rows, their states, and the ways into a profile. */
export function CustomerGrid(props: CustomerGridProps) {
  const { listParams, onParams, result, columns, layout, onLayout, density } = props;
  const { list, shown, stale, key } = result;
  const t = useT();
  const navigate = useNavigate();
  const location = useLocation();
  const entry = listEntryOf(location);
  const box = useRef<HTMLDivElement>(null);

  // Another search or order begins at its top; the same one stays where it was.
  const shownKey = stale ? null : key;
  const lastKey = useRef(shownKey);
  useEffect(() => {
    if (shownKey === null || shownKey === lastKey.current) return;
    const first = lastKey.current === null;
    lastKey.current = shownKey;
    if (first) return;
    const scroller = box.current?.querySelector("[role='grid']");
    if (scroller) scroller.scrollTop = 0;
  }, [shownKey]);

  const [summedUp, setSummedUp] = useState("");
  const summing = shown.total <= MAX_SUMMED_AT_ONCE || summedUp === key;

  const prefetch = usePrefetch((row) => shown.rows[row - shown.firstIndex]?.id);

  function originOf() {
    const at = Math.max(0, firstSeen(box.current) - shown.firstIndex - neighbours);
    const ids = shown.rows.slice(at, at + 2 * neighbours).map(({ id }) => id);
    return { list: location.pathname + location.search, ids, entry };
  }

  return (
    <ListOriginContext value={originOf}>
      <div ref={box} className={classes.box} {...prefetch}>
        <DataGrid
          label={t("shell.customers")}
          columns={columns}
          rows={shown.rows}
          firstIndex={shown.firstIndex}
          total={shown.total}
          isEstimate={shown.isEstimate}
          rowId={({ id }) => id}
          rowName={({ legalName }) => legalName}
          density={density}
          sort={listParams.sort}
          onSort={({ column, direction }) => {
            if (isSortColumn(column)) onParams({ ...listParams, sort: { column, direction } });
          }}
          layout={layout}
          onLayout={onLayout}
          selection={{ selected: props.selected, onChange: props.onSelected }}
          onOpen={({ id }) => void navigate(paths.customer(id), { state: originOf() })}
          onPeek={({ id }) => props.onPeek(id)}
          onNeed={stale ? undefined : list.need}
          loading={shown.loading}
          marked={props.marked}
          totals={(column) => (
            <Suspense>
              <TotalCell
                column={column}
                listVariables={result.listVariables}
                total={shown.total}
                onSumUp={summing ? undefined : () => setSummedUp(key)}
              />
            </Suspense>
          )}
          memory={`customers ${entry}`}
          empty={
            <ListEmpty
              listParams={listParams}
              onParams={onParams}
              onAdd={props.onAdd}
              error={shown.error}
              onRetry={list.retry}
            />
          }
        />
      </div>
    </ListOriginContext>
  );
}

/** The number of the first row that a person sees in the grid inside of an element. */
export function firstSeen(box: HTMLElement | null): number {
  const top = box?.querySelector("[role='grid']")?.getBoundingClientRect().top ?? 0;
  const below = [...(box?.querySelectorAll<HTMLElement>("[data-row]") ?? [])]
    .filter((row) => row.getBoundingClientRect().top >= top)
    .map((row) => Number(row.dataset.row));
  return below.length > 0 ? Math.min(...below) : 0;
}
