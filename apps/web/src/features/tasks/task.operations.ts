import type { TaskPriority, TaskStatus } from "@clientela/shared/records/enums";
import { taskFields as rules } from "@clientela/shared/work/taskFields";
import { readFragment } from "../../gql/fragment-masking.js";
import { graphql } from "../../gql/gql.js";
import type { TaskFieldsFragment } from "../../gql/graphql.js";
import { defineOperations } from "../../records/defineOperations.js";
import { taskFields } from "./task.fields.js";

/** A task with what its line shows and its form edits. */
export const taskFragment = graphql(`
  fragment TaskFields on Task {
    id
    version
    viewerCanUpdate
    title
    description
    status
    priority
    dueOn
    dueTime
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
  }
`);

// The other data that a write of a task changes: the customer's metrics and the project's open tasks.
graphql(`
  fragment TaskChanged on Task {
    id
    customer {
      id
      ...NextStepHeadline_customer
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

const create = graphql(`
  mutation CreateTask($input: CreateTaskInput!) {
    createTask(input: $input) {
      task {
        ...TaskFields
        ...TaskChanged
      }
    }
  }
`);

const update = graphql(`
  mutation UpdateTask($input: UpdateTaskInput!) {
    updateTask(input: $input) {
      task {
        ...TaskFields
        ...TaskChanged
      }
    }
  }
`);

const remove = graphql(`
  mutation DeleteTask($input: DeleteInput!) {
    deleteTask(input: $input) {
      task {
        ...TaskChanged
      }
    }
  }
`);

const restore = graphql(`
  mutation RestoreTask($input: RestoreInput!) {
    restoreTask(input: $input) {
      task {
        ...TaskChanged
      }
    }
  }
`);

const load = graphql(`
  query Task($id: ID!) {
    node(id: $id) {
      id
      ...TaskFields
    }
  }
`);

/** A task as lines and forms take it. */
export type Task = TaskFieldsFragment;

/** A task's fields as a form saves them. */
export interface TaskValues {
  title: string;
  description: string | null;
  status: TaskStatus;
  priority: TaskPriority;
  dueOn: string | null;
  dueTime: string | null;
  assigneeId: string | null;
  projectId: string | null;
}

/** How tasks are read and written. */
export const taskOperations = defineOperations({
  write: "tasks:own",
  mayChange: ({ viewerCanUpdate }: Task) => viewerCanUpdate,
  fields: taskFields,
  rules,
  check: ({ dueOn, dueTime }) => ({ dueOn: dueTime && !dueOn ? "required" : null }),
  values: (task: Task): TaskValues => ({
    title: task.title,
    description: task.description ?? null,
    status: task.status,
    priority: task.priority,
    dueOn: task.dueOn ?? null,
    dueTime: task.dueTime ?? null,
    assigneeId: task.assigneeId ?? null,
    projectId: task.projectId ?? null,
  }),
  name: ({ title }: Task) => title,
  load,
  loaded: ({ node }) => (node?.__typename === "Task" ? readFragment(taskFragment, node) : null),
  create,
  createInput: (values, customerId) => ({ customerId, ...values }),
  update,
  remove,
  restore,
  lists: ["tasks"],
  // The lists of the project that it was in, and of the one that it goes to.
  related: (task, { projectId }) =>
    [task?.projectId, projectId].map((id) => ({ __typename: "Project", id, fieldName: "tasks" })),
});
