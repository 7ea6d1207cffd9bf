import type { ReactNode } from "react";
import type { GridColumn } from "../../ui/grid/columns/column.js";
import { useFieldContext } from "../fields/useFieldContext.js";
import type { ListColumn } from "./listColumns.js";

/** The columns of a list as the grid takes them; `status` draws the cells that are "status". */
export function useListColumns<Row, SortField extends string>(
  columns: readonly ListColumn<Row, SortField>[],
  status: (record: Row) => ReactNode,
): GridColumn<Row>[] {
  const context = useFieldContext();
  return columns.map(({ label, sort, cell, ...column }) => ({
    ...column,
    header: context.t(label),
    sortable: sort !== undefined,
    cell: cell === "status" ? status : (record) => cell(record, context),
  }));
}
