import { useQuery } from "@apollo/client/react";
import { ActivityTimeline } from "../../features/activity/ActivityTimeline.js";
import { NewestInvoices } from "../../features/invoices/NewestInvoices.js";
import { NewestOrders } from "../../features/orders/NewestOrders.js";
import { NewestProjects } from "../../features/projects/NewestProjects.js";
import { graphql } from "../../gql/gql.js";
import { useT } from "../../i18n/useT.js";
import { useViewer } from "../../session/viewer.js";
import { ErrorNote } from "../../ui/feedback/ErrorNote.js";
import { SkeletonRows } from "../../ui/feedback/SkeletonRows.js";
import { historyRecords } from "./historyRecords.js";
import classes from "./OverviewTab.module.css";

const query = graphql(`
  query OverviewTab(
    $id: ID!
    $seesProjects: Boolean!
    $seesOrders: Boolean!
    $seesInvoices: Boolean!
  ) {
    customer(id: $id) {
      id
      ...NewestProjects_customer @include(if: $seesProjects)
      ...NewestOrders_customer @include(if: $seesOrders)
      ...NewestInvoices_customer @include(if: $seesInvoices)
    }
  }
`);

/** The newest of everything, and what happened. */
export function Tab({ customerId }: { customerId: string }) {
  const t = useT();
  const { permissions } = useViewer();
  const sees = {
    seesProjects: permissions.has("projects:read"),
    seesOrders: permissions.has("orders:read"),
    seesInvoices: permissions.has("invoices:read"),
  };
  const { data, previousData, error, refetch } = useQuery(query, {
    variables: { id: customerId, ...sees },
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
          {sees.seesProjects && <NewestProjects customer={customer} />}
          {sees.seesInvoices && <NewestInvoices customer={customer} />}
          {sees.seesOrders && <NewestOrders customer={customer} />}
        </div>
      )}
      {permissions.has("activity:read") && (
        <ActivityTimeline customerId={customerId} records={historyRecords} />
      )}
    </div>
  );
}
