import { useApolloClient } from "@apollo/client/react";
import { useMemo, useState } from "react";
import type { ImportRowFilter } from "../../../gql/graphql.js";
import { currentLanguage } from "../../../i18n/i18n.js";
import { useFormat } from "../../../i18n/useFormat.js";
import { useT } from "../../../i18n/useT.js";
import { useShownRows } from "../../../keyset/useShownRows.js";
import { EmptyState } from "../../../ui/EmptyState.js";
import { ErrorNote } from "../../../ui/ErrorNote.js";
import type { GridColumn } from "../../../ui/grid/column.js";
import { DataGrid } from "../../../ui/grid/DataGrid.js";
import { fieldLabel } from "../sheetFields.js";
import { type ImportRow, importRowsOf, type ShownColumn } from "./importRows.js";
import { RowCell } from "./RowCell.js";
import { RowDrawer } from "./RowDrawer.js";
import { RowStateBadge } from "./RowStateBadge.js";
import classes from "./RowsGrid.module.css";
import { sayRowIssue } from "./sayRowIssue.js";

interface RowsGridProps {
  importId: string;
  columns: readonly ShownColumn[];
  filter: ImportRowFilter;
  /** Whether some of the rows have a reason to be told. */
  reasons: boolean;
  /** Another text where the rows are to be asked for anew. */
  revision: string;
}

/** The rows of a file, of any number, with what each of them does. */
export function RowsGrid(props: RowsGridProps) {
  const { importId, columns, filter, revision } = props;
  const t = useT();
  const client = useApolloClient();
  const filterKey = JSON.stringify(filter);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key and the revision say when rows change.
  const list = useMemo(
    () => importRowsOf(client, importId, filter),
    [client, importId, filterKey, revision],
  );
  const { shown, stale } = useShownRows(list);
  const reasons = props.reasons || shown.rows.some(({ issues }) => issues.length > 0);
  const gridColumns = useRowColumns(columns, reasons);
  const [opened, setOpened] = useState<ImportRow>();

  return (
    <div className={classes.box}>
      <DataGrid
        label={t("import.rows")}
        columns={gridColumns}
        rows={shown.rows}
        firstIndex={shown.firstIndex}
        total={shown.total}
        rowId={({ id }) => id}
        rowName={({ line }) => t("import.line", { line })}
        onOpen={setOpened}
        onPeek={setOpened}
        onNeed={stale ? undefined : list.need}
        loading={shown.loading}
        empty={
          shown.error !== undefined ? (
            <ErrorNote error={shown.error} onRetry={list.retry}>
              {t("import.rowsFailed")}
            </ErrorNote>
          ) : (
            <EmptyState>{t("import.noRows")}</EmptyState>
          )
        }
      />
      <RowDrawer row={opened} columns={columns} onClose={() => setOpened(undefined)} />
    </div>
  );
}

function useRowColumns(
  columns: readonly ShownColumn[],
  reasons: boolean,
): readonly GridColumn<ImportRow>[] {
  const t = useT();
  const format = useFormat();
  const language = currentLanguage();
  const key = JSON.stringify(columns.map(({ index, field }) => [index, field]));
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says what the columns do.
  return useMemo(() => {
    const mapped = columns.flatMap(({ index, field }) =>
      field === null ? [] : [{ index, field }],
    );
    // The name leads, so that a row is known by more than its number.
    const naming = mapped.find(({ field }) => field === "legalName") ?? mapped[0];
    const grid: GridColumn<ImportRow>[] = [
      {
        id: "row",
        header: naming ? fieldLabel(naming.field, language) : t("import.row"),
        width: 260,
        minWidth: 160,
        narrow: "title",
        cell: (row) => (
          <span className={classes.row}>
            <span className={classes.line} title={t("import.line", { line: row.line })}>
              {format.number(row.line)}
            </span>
            {naming && <RowCell row={row} column={naming.index} field={naming.field} />}
          </span>
        ),
      },
      {
        id: "state",
        header: t("import.plan"),
        width: 118,
        narrow: "end",
        cell: (row) => <RowStateBadge row={row} />,
      },
    ];
    if (reasons) {
      grid.push({
        id: "why",
        header: t("import.why"),
        width: 300,
        narrow: "detail",
        cell: ({ issues }) => {
          const text = issues.map((issue) => sayRowIssue(issue, columns, language)).join(" · ");
          return text && <span title={text}>{text}</span>;
        },
      });
    }
    for (const { index, field } of mapped) {
      if (index === naming?.index) continue;
      grid.push({
        id: `c${index}`,
        header: fieldLabel(field, language),
        width: 150,
        cell: (row) => <RowCell row={row} column={index} field={field} />,
      });
    }
    return grid;
  }, [key, reasons, t, format, language]);
}
