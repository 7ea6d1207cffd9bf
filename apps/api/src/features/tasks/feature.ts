import sql from "sql-template-tag";
import type { Feature } from "../../platform/feature.js";
import { externalIdWrites } from "../../platform/records/externalIdWrites.js";
import { ofLiveCustomer } from "../customers/customer.loaders.js";
import { eraseTexts } from "../customers/data-deletion/eraseTexts.js";
import { ofVisibleCustomer } from "../customers/visibleCustomers.js";
import { Project } from "../projects/project.entity.js";
import { deletionResolver } from "../upserts/deletion.resolver.js";
import { upsertResolver } from "../upserts/upsert.resolver.js";
import { CustomerTasks, ProjectTasks, TaskEdges, TaskMetrics } from "./task.edges.js";
import { Task } from "./task.entity.js";
import { customersByTasks, openTasks, taskById, taskCounts } from "./task.list.js";
import { TaskResolver } from "./task.resolver.js";
import { subject, taskTrash } from "./task.service.js";
import { isOwnTask, notWithProject } from "./taskAccess.js";
import { hasNextStep, hasOverdueTasks } from "./taskCustomerFilter.js";
import { byOverdueTasks, overdueTasksRange } from "./taskCustomerOrder.js";
import { taskSearch } from "./taskSearch.js";
import { taskUpserts } from "./upsertTasks.js";

/** What is to be done for customers. */
export const tasks: Feature = {
  name: "tasks",
  eraser: eraseTexts(Task, "description"),
  entities: [Task],
  resolvers: [
    TaskResolver,
    upsertResolver(taskUpserts),
    deletionResolver(taskUpserts),
    CustomerTasks,
    ProjectTasks,
    TaskMetrics,
    TaskEdges,
  ],
  search: [taskSearch],
  notifiableRecords: [
    { type: Task, permission: "tasks:read", where: [sql`r.deleted_at IS NULL`, ofLiveCustomer] },
  ],
  nodes: [
    {
      type: Task,
      table: "tasks",
      permission: "tasks:read",
      byId: taskById,
      externalIds: externalIdWrites(subject, "tasks:write"),
    },
  ],
  metrics: [taskCounts, openTasks],
  listExtensions: [
    {
      list: "Customer",
      filters: [customersByTasks, hasOverdueTasks, hasNextStep, overdueTasksRange],
      orders: [byOverdueTasks],
    },
  ],
  trash: [
    {
      recordType: "Task",
      type: Task,
      name: sql`r.title`,
      where: [ofLiveCustomer, notWithProject],
      permission: "tasks:write",
      some: { permission: "tasks:own", where: isOwnTask },
    },
  ],
  // Whoever is to do a task sees it, whosever customer it is for.
  visibleRows: {
    tasks: (access) => `(r.assignee_id = :person OR ${ofVisibleCustomer(access)})`,
  },
  ownedRecords: [
    {
      type: Task,
      permission: "tasks:read",
      under: { type: Project, column: "project_id", trash: taskTrash },
    },
  ],
};
