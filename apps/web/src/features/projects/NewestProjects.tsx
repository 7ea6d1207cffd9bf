import { type FragmentType, readFragment } from "../../gql/fragment-masking.js";
import { graphql } from "../../gql/gql.js";
import { useT } from "../../i18n/useT.js";
import { paths } from "../../paths.js";
import { StatusBadge } from "../../records/StatusBadge.js";
import { NewestCard } from "../../ui/cards/NewestCard.js";
import { HoursBar } from "./HoursBar.js";
import { projectStatus } from "./project.operations.js";

/** The newest projects of a customer. */
export const newestProjectsFragment = graphql(`
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
export function NewestProjects(props: { customer: FragmentType<typeof newestProjectsFragment> }) {
  const t = useT();
  const { id, projects } = readFragment(newestProjectsFragment, props.customer);
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
