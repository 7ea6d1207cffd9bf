import type { PlacedColumn } from "./columns/useGridColumns.js";
import classes from "./NarrowCell.module.css";

interface NarrowCellProps<T> {
  row: T | undefined;
  columns: readonly PlacedColumn<T>[];
  index: number;
  offset: number;
  active: boolean;
}

/** A row on a phone: the name and an amount on the first line, details on the second; bones of both until it is loaded. */
export function NarrowCell<T>({ row, columns, index, offset, active }: NarrowCellProps<T>) {
  const at = (place: "title" | "end" | "detail") =>
    columns.filter(
      ({ column }, first) => (column.narrow ?? (first === 0 ? "title" : "")) === place,
    );
  const show = (place: "title" | "end" | "detail") => {
    const cells = at(place);
    if (row !== undefined)
      return cells.map(({ column }) => <span key={column.id}>{column.cell(row)}</span>);
    return cells.length > 0 && place !== "end" && <span className={classes.bone} />;
  };
  return (
    <div
      role="gridcell"
      aria-colindex={offset + 1}
      tabIndex={active ? 0 : -1}
      data-cell={`${index}:${offset}`}
      className={classes.cell}
    >
      <span className={classes.title}>{show("title")}</span>
      <span className={classes.end}>{show("end")}</span>
      <span className={classes.detail}>{show("detail")}</span>
    </div>
  );
}
