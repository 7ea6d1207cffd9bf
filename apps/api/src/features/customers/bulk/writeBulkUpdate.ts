import sql, { join, raw, type Sql } from "sql-template-tag";
import type { Context } from "../../../platform/context.js";

/** The fields that a bulk edit can change: the name in the history and the column. */
export const BULK_FIELDS = { ownerId: "owner_id", status: "status", tags: "tags" };

/** The history entry for the changes of one row of `wanted`. */
const changes = sql`(
  SELECT jsonb_agg(c) FROM (VALUES ${join(
    Object.entries(BULK_FIELDS).map(
      ([field, column]) =>
        sql`(CASE WHEN ${raw(`w.old_${column} IS DISTINCT FROM w.${column}`)} THEN
          jsonb_build_object('field', ${field}::text, 'old', ${raw(`w.old_${column}`)}, 'new', ${raw(`w.${column}`)}) END)`,
    ),
  )}) v (c) WHERE c IS NOT NULL)`;

const differs = raw(
  Object.values(BULK_FIELDS)
    .map((column) => `w.old_${column} IS DISTINCT FROM w.${column}`)
    .join(" OR "),
);

const current = raw(
  Object.values(BULK_FIELDS)
    .map((column) => `r.${column} AS old_${column}`)
    .join(", "),
);

/** The new values of customers `r`. */
interface Wanted {
  ownerId: Sql;
  status: Sql;
  tags: Sql;
  statusBeforeArchive: Sql;
  /** The relation that provides them. */
  from: Sql;
}

/**
 * Writes new values to locked customers and records the history of each, in one statement. Customers that
 * already have the values keep their version. Returns the history entries.
 */
export async function writeWanted(context: Context, wanted: Wanted): Promise<string[]> {
  const { actor, requestId } = context;
  const rows = await context.db.rows<{ id: string; customerId: string }>(sql`
    WITH wanted AS MATERIALIZED (
      SELECT r.id, ${current}, ${wanted.ownerId} AS owner_id, ${wanted.status} AS status,
        ${wanted.tags} AS tags, ${wanted.statusBeforeArchive} AS status_before_archive
      FROM ${wanted.from}
    ),
    updated AS (
      UPDATE customers r SET owner_id = w.owner_id, status = w.status, tags = w.tags,
        status_before_archive = CASE WHEN w.status = 'ARCHIVED' THEN w.status_before_archive END,
        updated_at = now(), version = r.version + 1
      FROM wanted w WHERE r.id = w.id AND (${differs}) RETURNING w.*
    )
    INSERT INTO activity (customer_id, record_type, record_id, action, changes, actor_kind, actor_id, actor_name, request_id)
    SELECT w.id, 'Customer', w.id, 'updated', ${changes}, ${actor.kind}, ${actor.id}::uuid, ${actor.name}, ${requestId}
    FROM updated w ORDER BY w.id
    RETURNING id, record_id AS "customerId"`);
  for (const { customerId } of rows) {
    context.announce({ name: "customer.updated", id: customerId, parentId: customerId });
  }
  return rows.map(({ id }) => id);
}
