import { ActivityTimeline } from "../../features/activity/ActivityTimeline.js";
import { useMay } from "../../session/viewer.js";
import classes from "./OverviewTab.module.css";

/** The newest of everything, and what happened. */
export function Tab({ customerId }: { customerId: string }) {
  const seesActivity = useMay("activity:read");
  return (
    <div className={classes.parts}>
      {seesActivity && <ActivityTimeline customerId={customerId} />}
    </div>
  );
}
