import type { Feature } from "../../platform/feature.js";
import { eraseTexts } from "../customers/eraseTexts.js";
import { extendCustomerFilter } from "../customers/list/customerFilter.js";
import { Project } from "../projects/project.entity.js";
import "./taskCustomerOrder.js";
import { CustomerTasks, ProjectTasks, TaskEdges, TaskMetrics } from "./task.edges.js";
import { Task } from "./task.entity.js";
import { hasOverdueTasks, taskById } from "./task.list.js";
import { TaskResolver } from "./task.resolver.js";

extendCustomerFilter(
  "hasOverdueTasks",
  "Has (true) or has not (false) a task that is overdue.",
  "tasks:read",
  hasOverdueTasks,
);

/** What is to be done for customers. */
export const tasks: Feature = {
  name: "tasks",
  eraser: eraseTexts(Task, "description"),
  entities: [Task],
  resolvers: [TaskResolver, CustomerTasks, ProjectTasks, TaskMetrics, TaskEdges],
  nodes: [{ type: Task, table: "tasks", permission: "tasks:read", byId: taskById }],
  ownedRecords: [
    { type: Task, permission: "tasks:read", under: { type: Project, column: "project_id" } },
  ],
};
