import { useApolloClient } from "@apollo/client/react";
import { type CSSProperties, useMemo, useRef, useState } from "react";
import type { ImportRowFilter } from "../../../../gql/graphql.js";
import { useFormat } from "../../../../i18n/useFormat.js";
import { useT } from "../../../../i18n/useT.js";
import { useChosen } from "../../../../keyset/useChosen.js";
import { useShownRows } from "../../../../keyset/useShownRows.js";
import { EmptyState } from "../../../../ui/feedback/EmptyState.js";
import { ErrorNote } from "../../../../ui/feedback/ErrorNote.js";
import type { GridLayout } from "../../../../ui/grid/columns/column.js";
import { DataGrid } from "../../../../ui/grid/DataGrid.js";
import { useStableValue } from "../../../../ui/useStableValue.js";
import { type Fixing, FixingContext } from "../fixing.js";
import type { Decide } from "../useDeciding.js";
import type { Leaving } from "../useLeaving.js";
import { useRevision } from "../useRevision.js";
import { type ImportRow, importRowsOf, type ShownColumn } from "./importRows.js";
import { RowDrawer } from "./RowDrawer.js";
import { RowSelectionBar } from "./RowSelectionBar.js";
import classes from "./RowsGrid.module.css";
import { useRowColumns } from "./useRowColumns.js";

interface RowsGridProps {
  importId: string;
  columns: readonly ShownColumn[];
  filter: ImportRowFilter;
  /** Whether some of the rows have a reason to show. */
  reasons: boolean;
  /** Whether the rows have become what they are, or are yet to. */
  tense: "plan" | "past";
  /** The columns shown first: those with problems. */
  leading?: readonly number[];
  /** Changes when the rows have to be requested again. */
  revision: string;
  /** How cells are fixed; left out where they can only be read. */
  fixing?: Fixing;
  /** How rows are left out; left out where they have become what they are. */
  leaving?: Leaving;
  /** How undecided rows are decided; absent where they have become what they are. */
  decide?: Decide;
}

/** The rows of a file, of any number, with what each of them does. */
export function RowsGrid(props: RowsGridProps) {
  const { importId, columns, revision, fixing = null, leaving, decide } = props;
  const t = useT();
  const format = useFormat();
  const client = useApolloClient();
  const filter = useStableValue(props.filter);
  const list = useMemo(() => importRowsOf(client, importId, filter), [client, importId, filter]);
  useRevision(list, revision, fixing?.fixes);
  const { shown, stale } = useShownRows(list);
  const chosen = useChosen({ shown, key: `${importId} ${JSON.stringify(filter)}` });
  const box = useRef<HTMLDivElement>(null);
  const reasons = props.reasons || shown.rows.some(({ issues }) => issues.length > 0);
  const gridColumns = useRowColumns(columns, {
    reasons,
    tense: props.tense,
    leading: props.leading,
  });
  const [layout, setLayout] = useState<GridLayout>({ order: [], hidden: [], widths: {} });
  const [openedId, setOpenedId] = useState<string>();
  const setOpened = ({ id }: ImportRow) => setOpenedId(id);
  const opened = shown.rows.find(({ id }) => id === openedId);

  // After a decision the next row is focused, even if the filter no longer shows the decided one.
  function openNextUndecided() {
    const following = shown.rows.slice(shown.rows.findIndex(({ id }) => id === openedId) + 1);
    const next = following.find((row) => row.class === "UNDECIDED");
    if (next) setOpenedId(next.id);
  }

  const lastLine = format.number(shown.rows.at(-1)?.line ?? shown.total);
  const style = { "--line-width": `${Math.max(4, lastLine.length)}ch` } as CSSProperties;

  const failed = shown.error !== undefined && (
    <ErrorNote error={shown.error} onRetry={list.retry}>
      {t("import.rowsFailed")}
    </ErrorNote>
  );

  return (
    <FixingContext value={fixing}>
      <div ref={box} className={classes.box} style={style}>
        {shown.total > 0 && failed && <div className={classes.failed}>{failed}</div>}
        <DataGrid
          label={t("import.rows")}
          columns={gridColumns}
          rows={shown.rows}
          firstIndex={shown.firstIndex}
          total={shown.total}
          rowId={({ id }) => id}
          rowName={({ line }) => t("import.line", { line })}
          layout={layout}
          onLayout={setLayout}
          onOpen={setOpened}
          onPeek={setOpened}
          selection={leaving && { selected: chosen.selected, onChange: chosen.choose }}
          onNeed={stale ? undefined : list.need}
          loading={shown.loading}
          empty={failed || <EmptyState>{t("import.noRows")}</EmptyState>}
        />
        {leaving && chosen.count > 0 && (
          <div className={classes.bar}>
            <RowSelectionBar
              chosen={chosen}
              total={shown.total}
              filter={filter}
              leaving={leaving}
              decide={decide}
              onDone={() =>
                box.current?.querySelector<HTMLElement>("[data-cell][tabindex='0']")?.focus()
              }
            />
          </div>
        )}
        <RowDrawer
          row={opened}
          columns={columns}
          leaving={leaving}
          decide={decide}
          onDecided={openNextUndecided}
          onClose={() => setOpenedId(undefined)}
        />
      </div>
    </FixingContext>
  );
}
