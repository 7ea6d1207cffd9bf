import type { ReactNode } from "react";
import classes from "./ListBar.module.css";

/** The line above a list: filters at the left, what can be added at the right. */
export function ListBar({ children, actions }: { children: ReactNode; actions?: ReactNode }) {
  return (
    <div className={classes.bar}>
      <div className={classes.filters}>{children}</div>
      {actions && <div className={classes.actions}>{actions}</div>}
    </div>
  );
}
