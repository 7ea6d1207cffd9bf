import { useQuery } from "@apollo/client/react";
import { useMemo } from "react";
import { ActivityTimeline } from "../../features/activity/ActivityTimeline.js";
import { graphql } from "../../gql/gql.js";
import { useT } from "../../i18n/useT.js";
import { useViewer } from "../../session/viewer.js";
import { ErrorNote } from "../../ui/feedback/ErrorNote.js";
import { SkeletonRows } from "../../ui/feedback/SkeletonRows.js";
import { customerParts, withParts } from "./customerParts.js";
import { historyRecords } from "./historyRecords.js";
import classes from "./OverviewTab.module.css";

const query = graphql(`
  query OverviewTab($id: ID!) {
    customer(id: $id) {
      id
    }
  }
`);

/** The newest of everything, and what happened. */
export function Tab({ customerId }: { customerId: string }) {
  const t = useT();
  const { permissions } = useViewer();
  const newest = useMemo(() => customerParts(permissions, ({ newest }) => newest), [permissions]);
  const withNewest = useMemo(() => withParts(query, newest), [newest]);
  const { data, previousData, error, refetch } = useQuery(withNewest, {
    variables: { id: customerId },
  });
  const customer = (data ?? previousData)?.customer;
  return (
    <div className={classes.parts} data-early={(!customer && !error) || undefined}>
      {error && !customer ? (
        <ErrorNote error={error} onRetry={() => void refetch()}>
          {t("profile.failed")}
        </ErrorNote>
      ) : !customer ? (
        <SkeletonRows rows={4} label={t("profile.loading")} />
      ) : (
        <div className={classes.newest}>
          {newest.map(({ type, Component }) => (
            <Component key={type} customerId={customer.id} />
          ))}
        </div>
      )}
      {permissions.has("activity:read") && (
        <ActivityTimeline customerId={customerId} records={historyRecords} />
      )}
    </div>
  );
}
