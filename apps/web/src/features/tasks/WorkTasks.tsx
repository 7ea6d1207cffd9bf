import type { TaskState } from "@clientela/shared/records/enums";
import { IconChecklist } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useList } from "../../cache/useList.js";
import { graphql } from "../../gql/gql.js";
import { useT } from "../../i18n/useT.js";
import { EmptyState } from "../../ui/feedback/EmptyState.js";
import { useDrawerParam } from "../../ui/overlays/useDrawerParam.js";
import { ListBar } from "../../ui/page/ListBar.js";
import { TaskDrawers } from "./TaskDrawers.js";
import { TaskLine } from "./TaskLine.js";
import { TaskPages } from "./TaskPages.js";

const query = graphql(`
  query WorkTasks($after: String, $filter: TaskFilter!) {
    tasks(first: 50, after: $after, filter: $filter) {
      edges {
        node {
          id
          ...TaskFields
          customerId
          customerName
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
  const openedTask = list.rows.find(({ id }) => id === opened);
  return (
    <>
      <ListBar call={list.call}>{children}</ListBar>
      <TaskPages
        list={list}
        empty={<EmptyState icon={<IconChecklist size={20} />}>{t("work.noTasks")}</EmptyState>}
      >
        {(task) => (
          <TaskLine
            key={task.id}
            customerId={task.customerId ?? null}
            customerName={task.customerName ?? undefined}
            task={task}
          />
        )}
      </TaskPages>
      {openedTask && <TaskDrawers customerId={openedTask.customerId ?? null} />}
    </>
  );
}
