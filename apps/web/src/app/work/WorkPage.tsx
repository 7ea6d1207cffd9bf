import { useQuery } from "@apollo/client/react";
import { useSearchParams } from "react-router";
import { WorkInvoices } from "../../features/invoices/WorkInvoices.js";
import { Inbox } from "../../features/notifications/Inbox.js";
import { WorkTasks } from "../../features/tasks/WorkTasks.js";
import { graphql } from "../../gql/gql.js";
import { useT } from "../../i18n/useT.js";
import { paths, type WorkSearch } from "../../paths.js";
import { useViewer } from "../../session/viewer.js";
import { ConflictDialog } from "../../ui/conflict/ConflictDialog.js";
import { FilterLinks } from "../../ui/page/FilterLinks.js";
import { PageHeader } from "../../ui/page/PageHeader.js";
import classes from "./WorkPage.module.css";

// Each counts what its part shows at first.
const countsQuery = graphql(`
  query WorkCounts($me: ID!, $seesTasks: Boolean!, $seesInvoices: Boolean!) {
    notifications(first: 0, filter: { unread: true }) {
      totalCount
    }
    tasks(first: 0, filter: { assigneeIds: [$me], state: OPEN })
      @include(if: $seesTasks) {
      totalCount
    }
    customersTasks: tasks(first: 0, filter: { customerOwnerIds: [$me], state: OVERDUE })
      @include(if: $seesTasks) {
      totalCount
    }
    invoices(first: 0, filter: { customerOwnerIds: [$me], kind: SALES, state: OVERDUE })
      @include(if: $seesInvoices) {
      totalCount
    }
  }
`);

const dues = {
  open: "OPEN",
  overdue: "OVERDUE",
  today: "DUE_TODAY",
  upcoming: "UPCOMING",
} as const;
const dueNames = ["open", "overdue", "today", "upcoming"] as const;
const invoiceStates = {
  overdue: ["OVERDUE"],
  outstanding: ["AUTHORIZED", "OVERDUE"],
  pending: ["PENDING"],
} as const;
const stateNames = ["overdue", "outstanding", "pending"] as const;

type Part = NonNullable<WorkSearch["show"]>;

/** The person's work: their tasks, and what is overdue with the customers that they look after. */
export function Component() {
  const t = useT();
  const { id: me, permissions } = useViewer();
  const [search] = useSearchParams();
  const seesTasks = permissions.has("tasks:read");
  const seesInvoices = permissions.has("invoices:read");
  const { data } = useQuery(countsQuery, {
    variables: { me: me ?? "", seesTasks, seesInvoices },
    skip: me === null,
    // What is late changes with every write and every day.
    fetchPolicy: "network-only",
  });
  const parts: { show: Part; count: number | undefined }[] = [
    ...(seesTasks
      ? ([
          { show: "tasks", count: data?.tasks?.totalCount },
          { show: "customersTasks", count: data?.customersTasks?.totalCount },
        ] as const)
      : []),
    ...(seesInvoices ? ([{ show: "invoices", count: data?.invoices?.totalCount }] as const) : []),
    { show: "inbox", count: data?.notifications.totalCount },
  ];
  const show = parts.find((part) => part.show === search.get("show"))?.show ?? parts[0]?.show;
  // Of one's own tasks all are of interest; of customers, only overdue ones.
  const usual = show === "tasks" ? "open" : "overdue";
  const due = dueNames.find((one) => one === search.get("due")) ?? usual;
  const state = stateNames.find((one) => one === search.get("state")) ?? "overdue";
  const filters = (
    <FilterLinks
      label={show === "invoices" ? t("field.status") : t("tasks.filter")}
      links={
        show === "invoices"
          ? stateNames.map((one) => ({
              to: paths.work({ show, state: one }),
              label: t(`invoices.${one}`),
              active: one === state,
            }))
          : dueNames.map((one) => ({
              to: paths.work({ show, due: one }),
              label: t(`tasks.${one}`),
              active: one === due,
            }))
      }
    />
  );
  const unread = search.get("unread") === "yes";
  const inboxFilters = (
    <FilterLinks
      label={t("inbox.show")}
      links={[
        { to: paths.work({ show: "inbox" }), label: t("inbox.all"), active: !unread },
        {
          to: paths.work({ show: "inbox", unread: "yes" }),
          label: t("inbox.unread"),
          active: unread,
        },
      ]}
    />
  );
  return (
    <div className={classes.page}>
      <PageHeader title={t("shell.work")} />
      <div className={classes.parts}>
        <FilterLinks
          look="segments"
          label={t("work.parts")}
          links={parts.map((part) => ({
            to: paths.work({ show: part.show }),
            label: t(`work.${part.show}`),
            active: part.show === show,
            count: part.count,
          }))}
        />
      </div>
      <div>
        {me !== null &&
          (show === "inbox" ? (
            <Inbox unread={unread}>{inboxFilters}</Inbox>
          ) : show === "invoices" ? (
            <WorkInvoices ownerId={me} states={invoiceStates[state]}>
              {filters}
            </WorkInvoices>
          ) : (
            <WorkTasks
              filter={show === "tasks" ? { assigneeIds: [me] } : { customerOwnerIds: [me] }}
              state={dues[due]}
            >
              {filters}
            </WorkTasks>
          ))}
      </div>
      <ConflictDialog />
    </div>
  );
}
