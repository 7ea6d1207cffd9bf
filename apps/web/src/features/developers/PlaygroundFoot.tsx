import { CostLine } from "./CostLine.js";
import classes from "./Playground.module.css";
import { useOperationAtHand } from "./useOperationAtHand.js";

/** Stands below the response: the cost of the operation in the editor. */
export function PlaygroundFoot() {
  return (
    <div className={classes.foot}>
      <CostLine {...useOperationAtHand()} />
    </div>
  );
}
