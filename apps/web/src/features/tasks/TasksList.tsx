import type { TaskState } from "@clientela/shared/enums";
import { Button } from "@mantine/core";
import { IconChecklist, IconPlus } from "@tabler/icons-react";
import { useSearchParams } from "react-router";
import { type ProjectsSearch, paths } from "../../app/paths.js";
import { useList } from "../../cache/useList.js";
import { readFragment } from "../../gql/fragment-masking.js";
import { graphql } from "../../gql/gql.js";
import { useT } from "../../i18n/useT.js";
import { useMay } from "../../session/viewer.js";
import { EmptyState } from "../../ui/EmptyState.js";
import { ErrorNote } from "../../ui/ErrorNote.js";
import { FilterLinks } from "../../ui/FilterLinks.js";
import { ListBar } from "../../ui/ListBar.js";
import { LoadingBar } from "../../ui/LoadingBar.js";
import { SkeletonRows } from "../../ui/SkeletonRows.js";
import { useDrawerParam } from "../../ui/useDrawerParam.js";
import { TaskLine } from "./TaskLine.js";
import { tasksCardFragment } from "./TasksCard.js";
import classes from "./TasksList.module.css";

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
  const mayWrite = useMay("tasks:write");
  const [search] = useSearchParams();
  const due = views.find((view) => view === search.get("due")) ?? "open";
  const form = useDrawerParam("task");
  const list = useList(
    query,
    { id: customerId, states: [states[due]] },
    (data) => data.customer?.tasks,
  );
  const figures = readFragment(tasksCardFragment, list.data?.customer?.summary)?.tasks;
  const counts: Partial<Record<Due, number | undefined>> = {
    open: figures?.open,
    overdue: figures?.overdue,
    today: figures?.dueToday,
    upcoming: figures?.upcoming,
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
      <LoadingBar active={list.loading && list.rows.length > 0} label={t("tasks.loading")} />
      {list.error ? (
        <ErrorNote error={list.error} onRetry={list.retry}>
          {t("tasks.failed")}
        </ErrorNote>
      ) : list.rows.length === 0 ? (
        list.loading ? (
          <SkeletonRows rows={6} height={40} columns={["50%", "15%"]} label={t("tasks.loading")} />
        ) : (
          <EmptyState icon={<IconChecklist size={20} />} action={due === "open" && add}>
            {due === "open" ? t("tasks.none") : t("ui.nothingMatches")}
          </EmptyState>
        )
      ) : (
        <>
          <ul className={classes.list} aria-label={t("tasks.title")}>
            {list.rows.map((task) => (
              <TaskLine key={task.id} customerId={customerId} task={task} />
            ))}
          </ul>
          <div className={classes.foot}>
            {t("ui.totalOf", { count: list.total })}
            {list.rows.length < list.total && (
              <Button
                size="xs"
                variant="default"
                onClick={() => list.need({ last: list.rows.length })}
              >
                {t("ui.showMore")}
              </Button>
            )}
          </div>
        </>
      )}
    </>
  );
}
