import { useDelayed } from "../feedback/useDelayed.js";
import classes from "./SummaryCard.module.css";

/** A card in the shape of one that is loading, so that nothing moves when its metrics come. */
export function SummaryCardSkeleton() {
  const visible = useDelayed(true);
  return (
    <div className={classes.card} data-loading={visible ? "shown" : "held"} aria-hidden="true">
      <div className={classes.title}>
        <span className={classes.bone} />
      </div>
      <div className={classes.metric}>
        <span className={classes.value}>
          <span className={classes.bone} />
        </span>
        <span className={classes.label}>&nbsp;</span>
      </div>
    </div>
  );
}
