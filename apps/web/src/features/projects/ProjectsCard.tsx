import { IconBriefcase } from "@tabler/icons-react";
import { type FragmentType, readFragment } from "../../gql/fragment-masking.js";
import { graphql } from "../../gql/gql.js";
import { useFormat } from "../../i18n/useFormat.js";
import { useT } from "../../i18n/useT.js";
import { paths } from "../../paths.js";
import { customerPart } from "../../records/recordParts.js";
import { SummaryCard } from "../../ui/cards/SummaryCard.js";

/** The metrics of the card. */
export const projectsCardFragment = graphql(`
  fragment ProjectsCard_summary on CustomerSummary {
    projects {
      count
      totalMinutes
    }
  }
`);

interface ProjectsCardProps {
  customerId: string;
  summary: FragmentType<typeof projectsCardFragment>;
}

/** How many projects there are, and how many hours were worked. */
export function ProjectsCard({ customerId, summary }: ProjectsCardProps) {
  const t = useT();
  const format = useFormat();
  const { projects } = readFragment(projectsCardFragment, summary);
  return (
    <SummaryCard
      title={t("projects.title")}
      icon={<IconBriefcase size={15} />}
      metrics={[
        {
          label: t("projects.total"),
          value: format.number(projects.count),
          to: paths.customerProjects(customerId),
        },
        {
          label: t("projects.worked"),
          value: format.hours(projects.totalMinutes),
          to: paths.customerProjects(customerId, { show: "projects" }),
        },
      ]}
    />
  );
}

const customerFragment = graphql(`
  fragment ProjectsCard_customer on Customer {
    id
    summary {
      ...ProjectsCard_summary
    }
  }
`);

/** The card, as the summary of a customer shows it. */
export const projectsCard = customerPart(customerFragment, ({ customerId, customer }) => (
  <ProjectsCard customerId={customerId} summary={customer.summary} />
));
