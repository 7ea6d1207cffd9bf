import type { TaskState } from "@clientela/shared/records/enums";
import { Button } from "@mantine/core";
import { IconChecklist, IconPlus } from "@tabler/icons-react";
import { useSearchParams } from "react-router";
import { useList } from "../../cache/useList.js";
import { readFragment } from "../../gql/fragment-masking.js";
import { graphql } from "../../gql/gql.js";
import { useT } from "../../i18n/useT.js";
import { type ProjectsSearch, paths } from "../../paths.js";
import { useMay } from "../../session/viewer.js";
import { EmptyState } from "../../ui/feedback/EmptyState.js";
import { useDrawerParam } from "../../ui/overlays/useDrawerParam.js";
import { FilterLinks } from "../../ui/page/FilterLinks.js";
import { ListBar } from "../../ui/page/ListBar.js";
import { TaskLine } from "./TaskLine.js";
import { TaskPages } from "./TaskPages.js";
import { tasksCardFragment } from "./TasksCard.js";

const query = graphql(`
  query TasksList($id: ID!, $after: String, $states: [TaskState!]) {
    customer(id: $id) {
      id
      tasks(first: 50, after: $after, filter: { state: $states }) {
        edges {
          node {
            id
            ...TaskFields
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
        totalCount
      }
      summary {
        ...TasksCard_summary
      }
    }
  }
`);

type Due = NonNullable<ProjectsSearch["due"]>;

const states: Record<Due, TaskState> = {
  open: "OPEN",
  overdue: "OVERDUE",
  today: "DUE_TODAY",
  upcoming: "UPCOMING",
  done: "DONE",
};
const views = ["open", "overdue", "today", "upcoming", "done"] as const;

/** A customer's tasks by when they are due, to check, add and change. */
export function TasksList({ customerId }: { customerId: string }) {
  const t = useT();
  const mayWrite = useMay("tasks:own");
  const [search] = useSearchParams();
  const due = views.find((view) => view === search.get("due")) ?? "open";
  const form = useDrawerParam("task");
  const list = useList(
    query,
    { id: customerId, states: [states[due]] },
    (data) => data.customer?.tasks,
  );
  const metrics = readFragment(tasksCardFragment, list.data?.customer?.summary)?.tasks;
  const counts: Partial<Record<Due, number | undefined>> = {
    open: metrics?.open,
    overdue: metrics?.overdue,
    today: metrics?.dueToday,
    upcoming: metrics?.upcoming,
  };
  const add = mayWrite && (
    <Button size="xs" leftSection={<IconPlus size={14} />} onClick={() => form.open("new")}>
      {t("tasks.add")}
    </Button>
  );
  return (
    <>
      <ListBar actions={add} call={list.call}>
        <FilterLinks
          label={t("tasks.filter")}
          links={views.map((view) => ({
            to: paths.customerProjects(customerId, { show: "tasks", due: view }),
            label: t(`tasks.${view}`),
            active: due === view,
            count: counts[view],
          }))}
        />
      </ListBar>
      <TaskPages
        list={list}
        empty={
          <EmptyState icon={<IconChecklist size={20} />} action={due === "open" && add}>
            {due === "open" ? t("tasks.none") : t("record.nothingMatches")}
          </EmptyState>
        }
      >
        {(task) => <TaskLine key={task.id} customerId={customerId} task={task} />}
      </TaskPages>
    </>
  );
}
