import type { TaskState } from "@clientela/shared/records/enums";
import sql, { join, raw, type Sql } from "sql-template-tag";
import {
  day,
  instant,
  reference,
  storedTimes,
  text,
} from "../../platform/graph/filters/fieldKinds.js";
import { conditionsOf, declareFilterFields } from "../../platform/graph/filters/filterField.js";
import { parseId } from "../../platform/graph/parseInput.js";
import { type ListDefinition, pagesByOwner } from "../../platform/lists/keyset.js";
import { Metric } from "../../platform/lists/metrics.js";
import { allWordsIn } from "../../platform/lists/search.js";
import type { ReadContext } from "../../platform/readContext.js";
import { rowsById } from "../../platform/records/byId.js";
import { OrderDirection } from "../../platform/types/page.input.js";
import { ofLiveCustomer } from "../customers/customer.loaders.js";
import { customersWith, ofCustomer } from "../customers/list/ofCustomer.js";
import type { TaskSummary } from "./summary.type.js";
import { Task } from "./task.entity.js";
import { TaskFilter, type TaskOrderField } from "./taskList.input.js";

// Written as the indexes have it: a task without a due date is due after all dates.
const dueOf = (task: Sql) => sql`coalesce(${task}.due_on, 'infinity'::date)`;

// By day and time; what has no time comes after what has one on its day. As the indexes have it, too.
const momentOf = (task: Sql) => sql`(${dueOf(task)} + coalesce(${task}.due_time, '24:00'::time))`;

/** Matches tasks that are in a state on a day: the only place where SQL defines what overdue is. */
function inState(state: TaskState, today: string, task = raw("r")): Sql {
  if (state === "DONE") return sql`${task}.status = 'DONE'`;
  const open = sql`${task}.status <> 'DONE'`;
  const due = dueOf(task);
  switch (state) {
    case "OPEN":
      return open;
    case "OVERDUE":
      return sql`${open} AND ${due} < ${today}::date`;
    case "DUE_TODAY":
      return sql`${open} AND ${due} = ${today}::date`;
    case "UPCOMING":
      return sql`${open} AND ${due} > ${today}::date AND ${due} < 'infinity'::date`;
    case "NO_DUE_DATE":
      return sql`${open} AND ${due} = 'infinity'::date`;
  }
}

/** The fields that `tasks r` are filtered by. */
const fields = declareFilterFields(TaskFilter, "tasks:read", {
  customer: ofCustomer,
  title: text(sql`r.title`, { description: "What is to be done." }),
  description: text(sql`r.description`, { description: "What there is to know." }),
  dueOn: day(sql`r.due_on`, { description: "The last day on which it is in time." }),
  doneAt: instant(sql`r.done_at`, { description: "When it was done." }),
  assigneeId: reference(sql`r.assignee_id`, { description: "Who is to do it." }),
  createdById: reference(sql`r.created_by_id`, { description: "Who made it." }),
  ...storedTimes,
});

function statedConditions(filter: TaskFilter, reading: ReadContext, path: string): Sql[] {
  const { state, assigneeIds, unassigned, customerOwnerIds, priority, projectId, search } = filter;
  const where = allWordsIn(sql`r.title_key`, search);
  if (state) {
    const states = [...new Set(state)].map((one) => sql`(${inState(one, reading.today)})`);
    where.push(states.length === 0 ? sql`false` : sql`(${join(states, " OR ")})`);
  }
  if (assigneeIds) {
    const ids = assigneeIds.map((id, index) => parseId(id, `${path}.assigneeIds.${index}`));
    where.push(sql`r.assignee_id = ANY(${ids}::uuid[])`);
  }
  if (unassigned != null) {
    where.push(sql`r.assignee_id IS ${raw(unassigned ? "NULL" : "NOT NULL")}`);
  }
  if (customerOwnerIds) {
    const ids = customerOwnerIds.map((id, index) =>
      parseId(id, `${path}.customerOwnerIds.${index}`),
    );
    where.push(sql`EXISTS (
      SELECT 1 FROM customers c
      WHERE c.id = r.customer_id AND c.owner_id = ANY(${ids}::uuid[]) AND c.deleted_at IS NULL)`);
  }
  if (priority) where.push(sql`r.priority = ANY(${priority}::text[])`);
  if (projectId != null) {
    where.push(sql`r.project_id = ${parseId(projectId, `${path}.projectId`)}::uuid`);
  }
  return where;
}

/** The conditions on `r` for tasks that a filter lets through. */
const taskConditions = conditionsOf(fields, statedConditions);

/** Lists of tasks. */
export const taskList: ListDefinition<Task, TaskFilter, TaskOrderField> = {
  type: Task,
  where: taskConditions,
  sortKeys: {
    DUE_ON: { sql: momentOf(raw("r")), type: "timestamp" },
    CREATED_AT: { sql: sql`r.created_at`, type: "timestamptz" },
    UPDATED_AT: { sql: sql`r.updated_at`, type: "timestamptz" },
    TITLE: { sql: sql`r.title_key`, type: "text" },
    PRIORITY: {
      sql: sql`array_position(ARRAY['LOW', 'NORMAL', 'HIGH', 'URGENT'], r.priority)`,
      type: "integer",
    },
  },
  defaultOrder: { field: "DUE_ON", direction: OrderDirection.ASC },
};

/** Finds customers by their tasks. */
export const customersByTasks = customersWith("tasks", "tasks:read", {
  type: Task,
  input: TaskFilter,
  where: taskConditions,
  description: "By its tasks.",
});

/** Tasks by id. */
export const taskById = rowsById(Task, [sql`r.deleted_at IS NULL`, ofLiveCustomer]);

/** The first tasks of customers. */
export const tasksByCustomer = pagesByOwner(taskList, "customer_id");

/** The first tasks of projects. */
export const tasksByProject = pagesByOwner(taskList, "project_id");

/** The metrics of a customer's tasks, by today. */
export const taskCounts = new Metric<TaskSummary>("tasks", "Customer", ({ today }) => {
  const counted = (state: TaskState, name: string) =>
    sql`count(*) FILTER (WHERE ${inState(state, today)}) AS ${raw(`"${name}"`)}`;
  return sql`
    SELECT ${counted("OPEN", "open")}, ${counted("OVERDUE", "overdue")},
           ${counted("DUE_TODAY", "dueToday")}, ${counted("UPCOMING", "upcoming")},
           ${counted("DONE", "done")}
    FROM tasks r WHERE r.customer_id = k.id AND r.deleted_at IS NULL`;
});

/** How many tasks of a project are open. */
export const openTasks = new Metric<{ count: number }>(
  "openTasks",
  "Project",
  ({ today }) => sql`
    SELECT count(*) AS count
    FROM tasks r WHERE r.project_id = k.id AND r.deleted_at IS NULL AND ${inState("OPEN", today)}`,
);

/** Each overdue task, as 1 for its customer. */
export const eachOverdueTask = ({ today }: ReadContext): Sql => sql`
  SELECT r.customer_id AS id, 1 AS amount FROM tasks r
  WHERE r.deleted_at IS NULL AND ${inState("OVERDUE", today)}`;

/** Selects as `id` the customers of tasks to be done that are due from one day up to before another. */
export const customersOfTasksDue = (from: Sql, to: Sql): Sql => sql`
  SELECT r.customer_id AS id FROM tasks r
  WHERE r.deleted_at IS NULL AND r.customer_id IS NOT NULL AND r.status <> 'DONE'
    AND ${dueOf(raw("r"))} >= ${from} AND ${dueOf(raw("r"))} < ${to}`;

/** Matches customers `r` that have an overdue task. */
export const hasOverdueTask = ({ today }: ReadContext): Sql => sql`EXISTS (
  SELECT 1 FROM tasks t
  WHERE t.customer_id = r.id AND t.deleted_at IS NULL AND ${inState("OVERDUE", today, raw("t"))})`;

/** Matches customers `r` that have an open task. */
export const hasOpenTask = ({ today }: ReadContext): Sql => sql`EXISTS (
  SELECT 1 FROM tasks t
  WHERE t.customer_id = r.id AND t.deleted_at IS NULL AND ${inState("OPEN", today, raw("t"))})`;
