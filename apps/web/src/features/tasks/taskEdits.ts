import { useApolloClient } from "@apollo/client/react";
import type { TaskPriority, TaskStatus } from "@clientela/shared/records/enums";
import { forgetLists } from "../../cache/forgetLists.js";
import { readFragment } from "../../gql/fragment-masking.js";
import { graphql } from "../../gql/gql.js";
import type { TaskFieldsFragment } from "../../gql/graphql.js";
import { useFormat } from "../../i18n/useFormat.js";
import { useT } from "../../i18n/useT.js";
import { personName } from "../../session/usePeople.js";
import { changesOf, saveVersioned, type Versioned } from "../../ui/conflict/saveVersioned.js";
import { useTrash } from "../../ui/toasts/useAttempt.js";

/** A task with what its line shows and its form edits. */
export const taskFragment = graphql(`
  fragment TaskFields on Task {
    id
    version
    title
    description
    status
    priority
    dueOn
    assigneeId
    assignee {
      id
      name
    }
    projectId
    project {
      id
      name
    }
    viewerCanUpdate
  }
`);

// What a write of a task moves elsewhere: the customer's figures and the project's open tasks.
graphql(`
  fragment TaskMoved on Task {
    id
    customer {
      id
      summary {
        ...TasksCard_summary
      }
    }
    project {
      id
      openTasks
    }
  }
`);

const createTask = graphql(`
  mutation CreateTask($input: CreateTaskInput!) {
    createTask(input: $input) {
      task {
        ...TaskFields
        ...TaskMoved
      }
    }
  }
`);

const updateTask = graphql(`
  mutation UpdateTask($input: UpdateTaskInput!) {
    updateTask(input: $input) {
      task {
        ...TaskFields
        ...TaskMoved
      }
    }
  }
`);

const deleteTask = graphql(`
  mutation DeleteTask($input: DeleteInput!) {
    deleteTask(input: $input) {
      task {
        ...TaskMoved
      }
    }
  }
`);

const restoreTask = graphql(`
  mutation RestoreTask($input: RestoreInput!) {
    restoreTask(input: $input) {
      task {
        ...TaskMoved
      }
    }
  }
`);

const reloadTask = graphql(`
  query ReloadTask($id: ID!) {
    node(id: $id) {
      id
      ...TaskFields
    }
  }
`);

/** A task as lines and forms take it. */
export type Task = TaskFieldsFragment;

/** A task's fields as the form holds them; empty ones are null. */
export interface TaskValues {
  title: string;
  description: string | null;
  status: TaskStatus;
  priority: TaskPriority;
  dueOn: string | null;
  assigneeId: string | null;
  projectId: string | null;
}

function versionedTask(task: Task): Versioned<TaskValues> {
  const { version, title, description, status, priority, dueOn, assigneeId, projectId } = task;
  return {
    version,
    values: { title, description, status, priority, dueOn, assigneeId, projectId },
  };
}

/** The writes of a customer's tasks. */
export function useTaskEdits(customerId: string) {
  const client = useApolloClient();
  const t = useT();
  const format = useFormat();
  const trash = useTrash();

  function changed(projectIds: readonly (string | null)[]) {
    forgetLists(client.cache, customerId, ["tasks"]);
    for (const projectId of projectIds) {
      if (!projectId) continue;
      const id = client.cache.identify({ __typename: "Project", id: projectId });
      client.cache.evict({ id, fieldName: "tasks" });
    }
  }

  function show(values: TaskValues, field: keyof TaskValues): string {
    if (field === "status") return t(`tasks.status.${values.status}`);
    if (field === "priority") return t(`tasks.priority.${values.priority}`);
    if (field === "dueOn") return values.dueOn ? format.date(values.dueOn) : "";
    if (field === "assigneeId") return personName(client, values.assigneeId) ?? "";
    return field === "projectId" ? "" : (values[field] ?? "");
  }

  return {
    create: async (values: TaskValues) => {
      await client.mutate({
        mutation: createTask,
        variables: { input: { customerId, ...values } },
      });
      changed([values.projectId]);
    },
    update: async (task: Task, values: Partial<TaskValues>) => {
      const base = versionedTask(task);
      await saveVersioned<TaskValues>({
        base,
        changes: changesOf(base.values, { ...base.values, ...values }),
        send: (version, changes) =>
          client.mutate({
            mutation: updateTask,
            variables: { input: { id: task.id, version, ...changes } },
          }),
        reload: async () => {
          const { data } = await client.query({
            query: reloadTask,
            variables: { id: task.id },
            fetchPolicy: "network-only",
          });
          if (data?.node?.__typename !== "Task") throw new Error(t("ui.gone"));
          return versionedTask(readFragment(taskFragment, data.node));
        },
        labelOf: (field) => t(`field.${field}`),
        show,
      });
      changed([task.projectId, values.projectId ?? null]);
    },
    remove: ({ id, title, projectId }: Task) =>
      trash({
        name: title,
        remove: async () => {
          await client.mutate({ mutation: deleteTask, variables: { input: { id } } });
          changed([projectId]);
        },
        restore: async () => {
          await client.mutate({ mutation: restoreTask, variables: { input: { id } } });
          changed([projectId]);
        },
      }),
  };
}
