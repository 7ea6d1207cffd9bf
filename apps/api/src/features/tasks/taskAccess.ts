import sql, { type Sql } from "sql-template-tag";
import type { Context, ViewerBatchLoader } from "../../platform/context.js";
import { Forbidden } from "../../platform/errors.js";
import type { Task } from "./task.entity.js";

type Owned = Pick<Task, "customerId" | "assigneeId" | "createdById">;

/** Whether the viewer looks after each of the customers. */
const looksAfter: ViewerBatchLoader<string, undefined, boolean> = async (ids, _args, context) => {
  const rows = await context.db.rows<{ id: string }>(
    sql`SELECT c.id FROM customers c WHERE c.id = ANY(${ids}::uuid[]) AND c.owner_id = ${context.actor.id}::uuid`,
  );
  const own = new Set(rows.map(({ id }) => id));
  return ids.map((id) => own.has(id));
};

/**
 * Whether the viewer may change a task: every task with `tasks:write`; with `tasks:own` those that they made, that are
 * assigned to them, or that are of customers they look after.
 */
export function mayWriteTask(context: Context, task: Owned): Promise<boolean> | boolean {
  const { id, kind, permissions } = context.actor;
  if (permissions.has("tasks:write")) return true;
  if (!permissions.has("tasks:own") || kind !== "USER") return false;
  if (task.assigneeId === id || task.createdById === id) return true;
  return context.loadForViewer(looksAfter, task.customerId);
}

/** Holds for tasks `r` that an actor with `tasks:own` may change: the same rule in SQL. */
export const isOwnTask = ({ id, kind }: Context["actor"]): Sql =>
  kind === "USER"
    ? sql`(r.assignee_id = ${id}::uuid OR r.created_by_id = ${id}::uuid OR EXISTS (
        SELECT 1 FROM customers c WHERE c.id = r.customer_id AND c.owner_id = ${id}::uuid))`
    : sql`false`;

/** Holds for tasks `r` that are not in the trash because their project is, with which they come back. */
export const notWithProject = sql`NOT EXISTS (
  SELECT 1 FROM projects p WHERE p.id = r.project_id AND p.deleted_at = r.deleted_at)`;

/** Throws Forbidden unless the viewer may change the task. */
export async function assertMayWriteTask(context: Context, task: Owned): Promise<void> {
  if (!(await mayWriteTask(context, task))) throw new Forbidden("tasks:write", "input.id");
}
