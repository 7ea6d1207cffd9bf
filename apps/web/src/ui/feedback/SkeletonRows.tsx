import classes from "./SkeletonRows.module.css";
import { useDelayed } from "./useDelayed.js";

interface SkeletonRowsProps {
  rows?: number;
  /** The row height of what is to come: 32, 36 or 44 in a grid. */
  height?: number;
  /** The widths of the cells, as CSS lengths or shares: `["40%", "120px"]`. */
  columns?: readonly string[];
  label: string;
}

/** Rows in the shape of what is loading, shown on a first load that takes longer than 150 ms. */
export function SkeletonRows({
  rows = 8,
  height = 36,
  columns = ["30%", "20%", "15%"],
  label,
}: SkeletonRowsProps) {
  const visible = useDelayed(true);
  return (
    <div
      role="status"
      aria-label={label}
      className={classes.rows}
      data-visible={visible || undefined}
    >
      {[...new Array(rows).keys()].map((row) => (
        <div key={row} className={classes.row} style={{ height }}>
          {[...columns.keys()].map((column) => (
            <span key={column} className={classes.cell} style={{ width: columns[column] }} />
          ))}
        </div>
      ))}
    </div>
  );
}
