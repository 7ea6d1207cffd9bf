import type { ReactNode } from "react";
import classes from "./StepFoot.module.css";

/** The bar under a step: what stands against going on at the left, the buttons at the right. */
export function StepFoot({ aside, children }: { aside?: ReactNode; children: ReactNode }) {
  return (
    <div className={classes.foot}>
      <div className={classes.aside}>{aside}</div>
      <div className={classes.buttons}>{children}</div>
    </div>
  );
}
