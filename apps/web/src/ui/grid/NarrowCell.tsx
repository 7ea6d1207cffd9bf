import type { PlacedColumn } from "./columns/useGridColumns.js";
import classes from "./DataGrid.module.css";

interface NarrowCellProps<T> {
  row: T | undefined;
  columns: readonly PlacedColumn<T>[];
  index: number;
  offset: number;
  active: boolean;
}

/** A row on a phone: the name and a figure on the first line, details on the second. */
export function NarrowCell<T>({ row, columns, index, offset, active }: NarrowCellProps<T>) {
  const at = (place: "title" | "end" | "detail") =>
    columns.filter(
      ({ column }, first) => (column.narrow ?? (first === 0 ? "title" : "")) === place,
    );
  return (
    <div
      role="gridcell"
      aria-colindex={offset + 1}
      tabIndex={active ? 0 : -1}
      data-cell={`${index}:${offset}`}
      className={classes.narrowCell}
    >
      {row === undefined ? (
        <span className={classes.bone} />
      ) : (
        <>
          <span className={classes.narrowTitle}>
            {at("title").map(({ column }) => (
              <span key={column.id}>{column.cell(row)}</span>
            ))}
          </span>
          <span className={classes.narrowEnd}>
            {at("end").map(({ column }) => (
              <span key={column.id}>{column.cell(row)}</span>
            ))}
          </span>
          <span className={classes.narrowDetail}>
            {at("detail").map(({ column }) => (
              <span key={column.id}>{column.cell(row)}</span>
            ))}
          </span>
        </>
      )}
    </div>
  );
}
