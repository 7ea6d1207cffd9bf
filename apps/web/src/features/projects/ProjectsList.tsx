import { PROJECT_STATUSES } from "@clientela/shared/records/enums";
import { IconBriefcase } from "@tabler/icons-react";
import { readFragment } from "../../gql/fragment-masking.js";
import { graphql } from "../../gql/gql.js";
import type { ProjectOrderField } from "../../gql/graphql.js";
import { useFormat } from "../../i18n/useFormat.js";
import type { ListColumn } from "../../records/list/listColumns.js";
import { RecordList } from "../../records/list/RecordList.js";
import { DueDate } from "../../ui/values/DueDate.js";
import { HoursBar } from "./HoursBar.js";
import { projectsCardFragment } from "./ProjectsCard.js";
import {
  isOpen,
  type Project,
  projectFragment,
  projectOperations,
  projectRowFragment,
  projectStatus,
} from "./project.operations.js";

const query = graphql(`
  query ProjectsList($id: ID!, $after: String, $filter: ProjectFilter, $orderBy: ProjectOrder) {
    customer(id: $id) {
      id
      projects(first: 50, after: $after, filter: $filter, orderBy: $orderBy) {
        edges {
          node {
            id
            ...ProjectRow
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
        totalCount
      }
      summary {
        ...ProjectsCard_summary
      }
    }
  }
`);

type Row = Project & { totalMinutes: number; openTasks: number };

const columns: ListColumn<Row, ProjectOrderField>[] = [
  {
    id: "name",
    label: "field.name",
    width: 150,
    sort: "NAME",
    hideable: false,
    narrow: "title",
    cell: ({ name }) => name,
  },
  { id: "status", label: "field.status", width: 158, narrow: "end", cell: "status" },
  {
    id: "hours",
    label: "projects.hours",
    width: 182,
    narrow: "detail",
    cell: ({ totalMinutes, budgetMinutes }) => (
      <HoursBar minutes={totalMinutes} budgetMinutes={budgetMinutes} />
    ),
  },
  {
    id: "tasks",
    label: "projects.openTasks",
    width: 84,
    align: "end",
    cell: ({ openTasks }, { format }) => format.number(openTasks),
  },
  {
    id: "due",
    label: "field.deadline",
    width: 174,
    sort: "DUE_ON",
    narrow: "detail",
    cell: (project) => <DueDate date={project.dueOn} open={isOpen(project)} />,
  },
];

/** A customer's projects with status, hours against budget, open tasks and due date. */
export function ProjectsList({ customerId }: { customerId: string }) {
  const format = useFormat();
  return (
    <RecordList
      operations={projectOperations}
      customerId={customerId}
      query={query}
      connection={({ customer }) => customer?.projects}
      read={(node): Row => {
        const row = readFragment(projectRowFragment, node);
        const { totalMinutes, openTasks } = row;
        return { ...readFragment(projectFragment, row), totalMinutes, openTasks };
      }}
      metrics={({ customer }) => readFragment(projectsCardFragment, customer?.summary)?.projects}
      show="projects"
      choices={{
        param: "status",
        label: "field.status",
        all: PROJECT_STATUSES,
        name: projectStatus.label,
        filter: (status) => (status ? { status: [status] } : null),
        counts: ({ count }) => ({ ALL: count }),
      }}
      columns={columns}
      status={projectStatus}
      drawers={{ open: "project", edit: "editProject" }}
      icon={IconBriefcase}
      texts="projects"
      // The sum of all projects; the server has none for a filtered list.
      totals={({ chosen, metrics }, column) =>
        column === "hours" && !chosen && metrics && format.hours(metrics.totalMinutes)
      }
    />
  );
}
