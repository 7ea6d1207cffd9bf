import { lastSpoken } from "../../features/activity/LastSpoken.js";
import { useT } from "../../i18n/useT.js";
import type { CustomerPart } from "../../records/recordParts.js";
import type { PermissionSet } from "../../session/viewer.js";
import { customerParts } from "./customerParts.js";
import classes from "./Headlines.module.css";

/** What a profile answers first, and the answers of a part that gives several. */
export type HeadlinePart = CustomerPart & { type: string; answers?: readonly string[] };

/** The first row of a profile for a person with these permissions: what is owed, what is next, who spoke last. */
export function headlinesFor(permissions: PermissionSet): HeadlinePart[] {
  return [
    ...customerParts(permissions, ({ headline }) => headline),
    ...(permissions.has("activity:read") ? [{ ...lastSpoken, type: "Activity" }] : []),
  ];
}

interface HeadlinesProps {
  customerId: string;
  headlines: readonly HeadlinePart[];
  tab: string;
  loading: boolean;
}

/** The first row of a profile, or its place while it loads. */
export function Headlines({ customerId, headlines, tab, loading }: HeadlinesProps) {
  const t = useT();
  if (loading)
    return (
      <div className={classes.headlines} data-tab={tab} aria-hidden="true">
        {headlines.flatMap(({ type, answers = [type] }) =>
          answers.map((answer) => <div key={answer} className={classes.bone} />),
        )}
      </div>
    );
  return (
    <section className={classes.headlines} data-tab={tab} aria-label={t("profile.headlines")}>
      {headlines.map(({ type, Component }) => (
        <Component key={type} customerId={customerId} />
      ))}
    </section>
  );
}
