import sql from "sql-template-tag";
import type { Context } from "../../../platform/context.js";
import { NotFound } from "../../../platform/errors.js";
import { parseId } from "../../../platform/graph/parseInput.js";
import { BULK_FIELDS, writeWanted } from "./writeBulkUpdate.js";

/** The result of undoing a bulk edit. */
export interface BulkUndoOutcome {
  restored: number;
  kept: number;
}

const SEPARATOR = ".";

/** The id of the bulk edit that wrote these history entries; null if there are none. */
export function editIdOf(entries: readonly string[]): string | null {
  const inTurn = entries.toSorted();
  const [first] = inTurn;
  return first === undefined ? null : [first, inTurn.at(-1)].join(SEPARATOR);
}

// The history entries of a bulk edit; its customers are locked at this point.
async function lockEdited(context: Context, editId: string): Promise<string[]> {
  const [first, last] = editId.split(SEPARATOR);
  const ends = [first, last].map((id = "") => parseId(id, "editId"));
  const rows = await context.db.rows<{ id: string }>(sql`
    SELECT e.id FROM activity f
    JOIN activity l ON l.id = ${ends[1]}::uuid AND l.created_at = f.created_at
    JOIN activity e ON e.id BETWEEN f.id AND l.id AND e.created_at = f.created_at
      AND e.request_id IS NOT DISTINCT FROM f.request_id AND e.record_type = 'Customer' AND e.action = 'updated'
      AND NOT EXISTS (
        SELECT 1 FROM jsonb_array_elements(e.changes) c
        WHERE c->>'field' <> ALL (${Object.keys(BULK_FIELDS)}::text[]))
    JOIN customers r ON r.id = e.record_id
    WHERE f.id = ${ends[0]}::uuid ORDER BY r.id FOR UPDATE OF r`);
  return rows.map(({ id }) => id);
}

// An edit and its history share one timestamp. A customer that was written later has a newer entry, or, in
// the same transaction, a later entry with that timestamp.
const untouched = sql`r.updated_at = e.created_at AND r.deleted_at IS NULL AND NOT EXISTS (
  SELECT 1 FROM activity n
  WHERE n.record_id = r.id AND n.record_type = 'Customer' AND n.id > e.id AND n.created_at = e.created_at)`;

const statusBeforeArchive = sql`CASE WHEN was.old->>'status' = 'ARCHIVED' THEN (
  SELECT c->>'old' FROM activity p, jsonb_array_elements(p.changes) c
  WHERE p.record_id = r.id AND p.id < e.id AND c->>'field' = 'status' AND c->>'new' = 'ARCHIVED'
  ORDER BY p.id DESC LIMIT 1) ELSE r.status_before_archive END`;

/**
 * Restores the values that the customers had before a bulk edit and records the history of each, with as many
 * statements as for one. Customers that were changed since are skipped. Throws NotFound if there is no such
 * edit.
 */
export async function undoBulkUpdate(context: Context, editId: string): Promise<BulkUndoOutcome> {
  const edited = await lockEdited(context, editId);
  if (edited.length === 0) throw new NotFound("BulkEdit", editId);
  const written = await writeWanted(context, {
    ownerId: sql`CASE WHEN jsonb_exists(was.old, 'ownerId')
      THEN (SELECT u.id FROM users u WHERE u.id = (was.old->>'ownerId')::uuid) ELSE r.owner_id END`,
    status: sql`coalesce(was.old->>'status', r.status)`,
    tags: sql`CASE WHEN jsonb_exists(was.old, 'tags')
      THEN ARRAY(SELECT jsonb_array_elements_text(was.old->'tags')) ELSE r.tags END`,
    statusBeforeArchive,
    from: sql`activity e
      JOIN customers r ON r.id = e.record_id AND ${untouched}
      CROSS JOIN LATERAL (
        SELECT jsonb_object_agg(c->>'field', c->'old') AS old FROM jsonb_array_elements(e.changes) c) was
      WHERE e.id = ANY(${edited}::uuid[])`,
  });
  return { restored: written.length, kept: edited.length - written.length };
}
