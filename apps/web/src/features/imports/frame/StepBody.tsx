import type { ReactNode } from "react";
import classes from "./StepBody.module.css";

/** What a step shows between its heading and its buttons; it scrolls by itself. */
export function StepBody({ children, fill }: { children: ReactNode; fill?: boolean }) {
  return (
    <div className={classes.body} data-fill={fill || undefined}>
      {children}
    </div>
  );
}
