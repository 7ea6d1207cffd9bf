import { declareFilter } from "../../platform/graph/listExtension.js";
import { CustomerFilter } from "../customers/list/customerFilter.js";
import { hasOpenTask, hasOverdueTask } from "./task.list.js";

/** Finds customers by whether they have an overdue task. */
export const hasOverdueTasks = declareFilter(CustomerFilter, {
  name: "hasOverdueTasks",
  description: "Has (true) or has not (false) a task that is overdue.",
  permission: "tasks:read",
  condition: hasOverdueTask,
});

/** Finds customers by whether anything is next. */
export const hasNextStep = declareFilter(CustomerFilter, {
  name: "hasNextStep",
  description: "Has (true) or has not (false) a next step: an open task.",
  permission: "tasks:read",
  condition: hasOpenTask,
});
