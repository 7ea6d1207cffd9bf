import { IconChecklist } from "@tabler/icons-react";
import { type FragmentType, readFragment } from "../../gql/fragment-masking.js";
import { graphql } from "../../gql/gql.js";
import { useFormat } from "../../i18n/useFormat.js";
import { useT } from "../../i18n/useT.js";
import { paths } from "../../paths.js";
import { customerPart } from "../../records/recordParts.js";
import { SummaryCard } from "../../ui/cards/SummaryCard.js";

/** The metrics of the card. */
export const tasksCardFragment = graphql(`
  fragment TasksCard_summary on CustomerSummary {
    tasks {
      open
      overdue
      dueToday
      upcoming
    }
  }
`);

interface TasksCardProps {
  customerId: string;
  summary: FragmentType<typeof tasksCardFragment>;
}

/** How many tasks are overdue, due today and upcoming. */
export function TasksCard({ customerId, summary }: TasksCardProps) {
  const t = useT();
  const format = useFormat();
  const { tasks } = readFragment(tasksCardFragment, summary);
  const to = (due: "overdue" | "today" | "upcoming") =>
    paths.customerProjects(customerId, { show: "tasks", due });
  return (
    <SummaryCard
      title={t("tasks.title")}
      icon={<IconChecklist size={15} />}
      metrics={[
        {
          label: t("tasks.overdue"),
          value: format.number(tasks.overdue),
          to: to("overdue"),
          tone: tasks.overdue > 0 ? "red" : undefined,
        },
        { label: t("tasks.today"), value: format.number(tasks.dueToday), to: to("today") },
        { label: t("tasks.upcoming"), value: format.number(tasks.upcoming), to: to("upcoming") },
      ]}
    />
  );
}

const customerFragment = graphql(`
  fragment TasksCard_customer on Customer {
    id
    summary {
      ...TasksCard_summary
    }
  }
`);

/** The card, as the summary of a customer shows it. */
export const tasksCard = customerPart(customerFragment, ({ customerId, customer }) => (
  <TasksCard customerId={customerId} summary={customer.summary} />
));
