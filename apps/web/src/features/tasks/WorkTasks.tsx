import type { TaskState } from "@clientela/shared/enums";
import { Button } from "@mantine/core";
import { IconChecklist } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useList } from "../../cache/useList.js";
import { graphql } from "../../gql/gql.js";
import { useT } from "../../i18n/useT.js";
import { EmptyState } from "../../ui/EmptyState.js";
import { ErrorNote } from "../../ui/ErrorNote.js";
import { ListBar } from "../../ui/ListBar.js";
import { LoadingBar } from "../../ui/LoadingBar.js";
import { SkeletonRows } from "../../ui/SkeletonRows.js";
import { useDrawerParam } from "../../ui/useDrawerParam.js";
import { TaskDrawer } from "./TaskDrawer.js";
import { TaskLine } from "./TaskLine.js";
import classes from "./TasksList.module.css";

const query = graphql(`
  query WorkTasks($after: String, $filter: TaskFilter!) {
    tasks(first: 50, after: $after, filter: $filter) {
      edges {
        node {
          id
          ...TaskFields
          customer {
            id
            displayName
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
      totalCount
    }
  }
`);

interface WorkTasksProps {
  /** Whose tasks, or the tasks of whose customers. */
  filter: { assigneeIds: string[] } | { customerOwnerIds: string[] };
  state: TaskState;
  /** The links to other states, over the list. */
  children: ReactNode;
}

/** Tasks of many customers by when they are due, each with its customer. */
export function WorkTasks({ filter, state, children }: WorkTasksProps) {
  const t = useT();
  const list = useList(query, { filter: { ...filter, state: [state] } }, ({ tasks }) => tasks);
  const { value: opened } = useDrawerParam("task");
  const customer = list.rows.find(({ id }) => id === opened)?.customer;
  return (
    <>
      <ListBar call={list.call}>{children}</ListBar>
      <LoadingBar active={list.loading && list.rows.length > 0} label={t("tasks.loading")} />
      {list.error ? (
        <ErrorNote error={list.error} onRetry={list.retry}>
          {t("tasks.failed")}
        </ErrorNote>
      ) : list.rows.length === 0 ? (
        list.loading ? (
          <SkeletonRows rows={6} height={40} columns={["50%", "15%"]} label={t("tasks.loading")} />
        ) : (
          <EmptyState icon={<IconChecklist size={20} />}>{t("work.noTasks")}</EmptyState>
        )
      ) : (
        <>
          <ul className={classes.list} aria-label={t("tasks.title")}>
            {list.rows.map((task) => (
              <TaskLine
                key={task.id}
                customerId={task.customer.id}
                customerName={task.customer.displayName}
                task={task}
              />
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
      {customer && <TaskDrawer customerId={customer.id} />}
    </>
  );
}
