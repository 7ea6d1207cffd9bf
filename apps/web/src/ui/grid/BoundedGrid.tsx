import type { CSSProperties } from "react";
import classes from "./BoundedGrid.module.css";
import { rowHeights } from "./columns/column.js";
import { DataGrid } from "./DataGrid.js";
import type { DataGridProps } from "./DataGridProps.js";

/** A grid inside of a page: as high as its rows, which are low, up to a screen, and then it scrolls. */
export function BoundedGrid<T>({ density = "compact", ...props }: DataGridProps<T>) {
  const rows = props.total ?? props.rows.length;
  const height = rowHeights[density];
  const style = {
    "--rows": rows === 0 && props.loading ? 6 : rows,
    "--row": `${height}px`,
    "--foot": props.totals && rows > 0 ? "37px" : "0px",
  } as CSSProperties;
  return (
    <div className={classes.room}>
      <div
        className={classes.box}
        style={style}
        data-empty={(rows === 0 && !props.loading) || undefined}
      >
        <DataGrid density={density} {...props} />
      </div>
    </div>
  );
}
