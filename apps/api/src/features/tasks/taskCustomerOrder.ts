import { declareRange, type ListOrder } from "../../platform/graph/listExtension.js";
import { countMetric } from "../../platform/lists/kept/keptMetric.js";
import { CustomerFilter } from "../customers/list/customerFilter.js";
import { customersOfTasksDue, eachOverdueTask } from "./task.list.js";

/** Sorts customers by their overdue tasks. */
export const byOverdueTasks: ListOrder = {
  name: "OVERDUE_TASKS",
  description: "How many tasks are not done and due before today.",
  permission: "tasks:read",
  metric: countMetric({
    name: "OVERDUE_TASKS",
    addends: eachOverdueTask,
    changingBetween: customersOfTasksDue,
  }),
};

/** Finds customers by the same. */
export const overdueTasksRange = declareRange(CustomerFilter, byOverdueTasks, {
  name: "overdueTasks",
  description: "How many tasks are not done and due before today.",
});
