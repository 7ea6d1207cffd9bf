import type { GridColumn } from "./columns/column.js";
import type { PlacedColumn } from "./columns/useGridColumns.js";
import classes from "./NarrowCell.module.css";

type Place = NonNullable<GridColumn<unknown>["narrow"]>;

interface NarrowCellProps<T> {
  row: T | undefined;
  columns: readonly PlacedColumn<T>[];
  index: number;
  offset: number;
  active: boolean;
}

/**
 * A row on a phone: the name and an amount on the first line, a bar and details on the second; bones of both until it is
 * loaded.
 */
export function NarrowCell<T>({ row, columns, index, offset, active }: NarrowCellProps<T>) {
  const at = (...places: readonly Place[]) =>
    columns
      .filter(({ column }, first) =>
        places.some((place) => place === (column.narrow ?? (first === 0 ? "title" : ""))),
      )
      // What leads gives way to what follows, and amounts never do.
      .sort((one, other) => Number(isLabelled(one)) - Number(isLabelled(other)));
  const show = (...places: readonly Place[]) => {
    const cells = at(...places);
    if (row !== undefined)
      return cells.map(({ column }) => <Value key={column.id} column={column} row={row} />);
    return cells.length > 0 && !places.includes("end") && <span className={classes.bone} />;
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
      <span className={classes.detail}>{show("bar", "detail")}</span>
    </div>
  );
}

const isLabelled = <T,>({ column }: PlacedColumn<T>) => column.narrowLabel === true;

/** What a column says of a row, after its name where that is needed; nothing at all where it says nothing. */
function Value<T>({ column, row }: { column: GridColumn<T>; row: T }) {
  const value = column.cell(row);
  return column.narrowLabel ? (
    <span className={classes.labelled}>
      <span className={classes.label}>{column.header}</span> <span>{value}</span>
    </span>
  ) : (
    <span data-bar={column.narrow === "bar" || undefined}>{value}</span>
  );
}
