import { graphql } from "../../gql/gql.js";
import type { NewestProjects_CustomerFragment } from "../../gql/graphql.js";
import { useT } from "../../i18n/useT.js";
import { paths } from "../../paths.js";
import { customerPart } from "../../records/recordParts.js";
import { StatusBadge } from "../../records/StatusBadge.js";
import { NewestCard } from "../../ui/cards/NewestCard.js";
import { HoursBar } from "./HoursBar.js";
import { projectStatus } from "./project.operations.js";

const customerFragment = graphql(`
  fragment NewestProjects_customer on Customer {
    id
    projects(first: 3) {
      edges {
        node {
          id
          name
          status
          totalMinutes
          budgetMinutes
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

/** The newest projects with their status and hours. */
function NewestProjects({ customer }: { customer: NewestProjects_CustomerFragment }) {
  const t = useT();
  const { id, projects } = customer;
  return (
    <NewestCard
      title={t("projects.title")}
      all={paths.customerProjects(id)}
      empty={t("projects.none")}
      items={projects.edges.slice(0, 3).map(({ node }) => ({
        id: node.id,
        title: node.name,
        to: { search: `?project=${node.id}` },
        end: <StatusBadge status={projectStatus} value={node.status} />,
        detail: <HoursBar minutes={node.totalMinutes} budgetMinutes={node.budgetMinutes} />,
      }))}
    />
  );
}

/** The newest projects, as the overview of a customer shows them. */
export const newestProjects = customerPart(customerFragment, NewestProjects);
