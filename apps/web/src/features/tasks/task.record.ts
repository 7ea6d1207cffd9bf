import { IconChecklist } from "@tabler/icons-react";
import { graphql } from "../../gql/gql.js";
import { defineRecord, lazyComponent } from "../../records/defineRecord.js";
import { shown } from "../../records/fields/fieldKinds.js";
import { recordPart } from "../../records/recordParts.js";
import { restoreBy } from "../../records/restore.js";
import { revertBy } from "../../records/revert.js";
import { nextStepHeadline } from "./NextStepHeadline.js";
import { tasksCard } from "./TasksCard.js";
import { taskFields } from "./task.fields.js";

const historyFragment = graphql(`
  fragment TaskInHistory on Task {
    title
    viewerCanUpdate
  }
`);

/** Tasks, as the app registers them. */
export const taskRecord = defineRecord({
  type: "Task",
  what: "activity.what.Task",
  read: "tasks:read",
  write: "tasks:own",
  icon: IconChecklist,
  searched: true,
  history: { ...taskFields, externalIds: shown("activity.externalIds") },
  details: recordPart("Task", historyFragment, ({ title, viewerCanUpdate }) => ({
    name: title,
    mayChange: viewerCanUpdate,
  })),
  headline: { ...nextStepHeadline, place: 2 },
  card: { ...tasksCard, place: 2 },
  revert: async () => revertBy((await import("./task.operations.js")).taskOperations),
  restore: async () => restoreBy((await import("./task.operations.js")).taskOperations),
  drawers: {
    params: ["task"],
    Component: lazyComponent(() => import("./TaskDrawers.js"), "TaskDrawers"),
  },
  create: [{ label: "tasks.one", param: "task", value: "new" }],
  lists: [
    {
      tab: "projects",
      show: "tasks",

      label: "tasks.title",
      Component: lazyComponent(() => import("./TasksList.js"), "TasksList"),
    },
  ],
  inside: {
    type: "Project",
    Component: lazyComponent(() => import("./ProjectTasks.js"), "ProjectTasks"),
  },
});
