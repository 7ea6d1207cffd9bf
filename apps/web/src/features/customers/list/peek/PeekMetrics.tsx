import type { ReactNode } from "react";
import { type FragmentType, readFragment } from "../../../../gql/fragment-masking.js";
import { graphql } from "../../../../gql/gql.js";
import { useFormat } from "../../../../i18n/useFormat.js";
import { useT } from "../../../../i18n/useT.js";
import { paths } from "../../../../paths.js";
import { MoneyList } from "../../../../ui/values/Money.js";
import { RowLink } from "../grid/RowLink.js";
import classes from "./PeekDrawer.module.css";

const fragment = graphql(`
  fragment PeekMetrics_customer on Customer {
    id
    summary {
      lastActivityAt @include(if: $activity)
      projects @include(if: $projects) {
        active
        totalMinutes
      }
      tasks @include(if: $tasks) {
        overdue
        dueToday
        upcoming
      }
      orders @include(if: $orders) {
        total {
          count
        }
        finalized {
          count
        }
      }
      invoices @include(if: $invoices) {
        authorized {
          count
          amounts {
            amount
            currency
          }
        }
        overdue {
          count
          amounts {
            amount
            currency
          }
        }
      }
    }
  }
`);

interface PeekMetricsProps {
  customer: FragmentType<typeof fragment>;
}

/** What is going on with a customer, each metric a link into its profile. */
export function PeekMetrics(props: PeekMetricsProps) {
  const t = useT();
  const format = useFormat();
  const { id, summary } = readFragment(fragment, props.customer);
  const { projects, tasks, orders, invoices, lastActivityAt } = summary;
  return (
    <dl className={classes.metrics}>
      {projects && (
        <Cell name={t("customers.column.projects")} to={paths.customerProjects(id)}>
          {format.number(projects.active)}
          <small>{format.hours(projects.totalMinutes)}</small>
        </Cell>
      )}
      {tasks && (
        <Cell
          name={t("customers.column.tasks")}
          to={paths.customerProjects(id, { show: "tasks", due: "overdue" })}
          late={tasks.overdue > 0}
        >
          {format.number(tasks.overdue)}
          <small>
            {t("customers.metric.tasksToCome", { count: tasks.dueToday + tasks.upcoming })}
          </small>
        </Cell>
      )}
      {orders && (
        <Cell
          name={t("customers.column.orders")}
          to={paths.customerDocuments(id, { show: "orders", status: "unfinished" })}
        >
          {format.number(orders.total.count - orders.finalized.count)}
        </Cell>
      )}
      {invoices && (
        <Cell
          name={t("customers.column.due")}
          to={paths.customerDocuments(id, { show: "sales", state: "AUTHORIZED" })}
        >
          <MoneyList values={invoices.authorized.amounts} />
        </Cell>
      )}
      {invoices && (
        <Cell
          name={t("customers.column.overdue")}
          to={paths.customerDocuments(id, { show: "sales", state: "OVERDUE" })}
          late={invoices.overdue.count > 0}
        >
          <MoneyList values={invoices.overdue.amounts} />
        </Cell>
      )}
      {lastActivityAt && (
        <Cell name={t("customers.column.activity")} to={paths.customer(id)}>
          <span className={classes.when}>{format.relative(lastActivityAt)}</span>
        </Cell>
      )}
    </dl>
  );
}

interface CellProps {
  name: string;
  to: string;
  children: ReactNode;
  /** Whether the metric is bad news. */
  late?: boolean;
}

function Cell({ name, to, children, late }: CellProps) {
  return (
    <div className={classes.metric} data-late={late || undefined}>
      <dt>{name}</dt>
      <dd>
        <RowLink to={to}>{children}</RowLink>
      </dd>
    </div>
  );
}
