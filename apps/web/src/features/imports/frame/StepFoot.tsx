import type { ReactNode } from "react";
import classes from "./StepFoot.module.css";

/** The bar below a step: what prevents continuing on the left, the buttons on the right. */
export function StepFoot({ aside, children }: { aside?: ReactNode; children: ReactNode }) {
  return (
    <div className={classes.foot}>
      <div className={classes.aside}>{aside}</div>
      <div className={classes.buttons}>{children}</div>
    </div>
  );
}
