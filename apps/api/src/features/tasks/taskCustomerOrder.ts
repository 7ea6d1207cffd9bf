import type { ListOrder } from "../../platform/graph/listExtension.js";
import { sumMetric } from "../../platform/lists/kept/keptMetric.js";
import { customersOfTasksDue, eachOverdueTask } from "./task.list.js";

/** Sorts customers by their overdue tasks. */
export const byOverdueTasks: ListOrder = {
  name: "OVERDUE_TASKS",
  description: "How many tasks are not done and due before today.",
  permission: "tasks:read",
  metric: sumMetric({
    name: "OVERDUE_TASKS",
    addends: eachOverdueTask,
    changingBetween: customersOfTasksDue,
  }),
};
