import type { ListOrder } from "../../platform/graph/listExtension.js";
import { eachOverdueTask } from "./task.list.js";

/** Sorts customers by their overdue tasks. */
export const byOverdueTasks: ListOrder = {
  name: "OVERDUE_TASKS",
  description: "How many tasks are not done and due before today.",
  permission: "tasks:read",
  rows: eachOverdueTask,
};
