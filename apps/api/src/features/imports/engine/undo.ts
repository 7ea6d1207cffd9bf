import sql, { raw, type Sql } from "sql-template-tag";
import type { App } from "../../../platform/app.js";
import type { Context } from "../../../platform/context.js";
import { tableOf } from "../../../platform/database/columns.js";
import { isUnwritable } from "../../../platform/database/constraints.js";
import {
  type ImportTable,
  type PlanRange,
  quotedTable,
  recordColumns,
  writtenColumns,
} from "../../../platform/sheets/importTable.js";
import { givesUp } from "./exclusiveFlag.js";

/** What undoing would do with a row's record, or why it keeps it. */
export const UNDO_VERDICTS = [
  "DELETE",
  "RESTORE",
  "GONE",
  "EDITED",
  "HAS_RECORDS",
  "CONFLICT",
] as const;

/** One of them. */
export type UndoVerdict = (typeof UNDO_VERDICTS)[number];

// The schema of a database does not change while the app runs.
const referencesByApp = new WeakMap<App, Map<string, Promise<Sql>>>();

function referencesTo(context: Context, table: ImportTable): Promise<Sql> {
  const references = referencesByApp.get(context.app) ?? new Map<string, Promise<Sql>>();
  referencesByApp.set(context.app, references);
  const name = tableOf(table.type);
  const known = references.get(name);
  if (known) return known;
  const found = readReferences(context, table);
  references.set(name, found);
  found.catch(() => references.delete(name));
  return found;
}

// Foreign keys to a record, except those of its parts and of what is deleted with it: such rows would be lost with the
// record, or prevent its deletion.
async function readReferences({ app, db }: Context, table: ImportTable): Promise<Sql> {
  const passedOver = [
    ...(table.parts ?? []).map((part) => part.table),
    ...app.registry.cascadeTables,
  ];
  const pointing = await db.rows<{ from: string; column: string }>(sql`
    SELECT o.relname AS "from", a.attname AS "column"
    FROM pg_constraint f JOIN pg_class o ON o.oid = f.conrelid
    JOIN pg_attribute t ON t.attrelid = f.confrelid AND t.attname = 'id'
    JOIN pg_attribute a ON a.attrelid = f.conrelid AND a.attnum = f.conkey[array_position(f.confkey, t.attnum)]
    WHERE f.contype = 'f' AND f.confrelid = ${tableOf(table.type)}::regclass AND o.relname <> ALL(${passedOver}::text[])
    ORDER BY 1, 2`);
  if (pointing.length === 0) return sql`false`;
  const found = pointing.map(
    ({ from, column }) => `EXISTS (SELECT 1 FROM "${from}" x WHERE x."${column}" = c.id)`,
  );
  return raw(found.join(" OR "));
}

/**
 * The undo plan of each row that an import applied and that was not reverted yet:
 * `line`, `record_id`, `parent_id`, `changes` and `verdict`.
 */
export async function undoVerdicts(
  context: Context,
  table: ImportTable,
  importId: string,
): Promise<Sql> {
  return sql`
    SELECT p.line, p.record_id, p.parent_id, p.changes,
      CASE WHEN c.id IS NULL OR c.deleted_at IS NOT NULL THEN 'GONE'
        WHEN p.class = 'UPDATE' THEN CASE WHEN c.version = p.record_version + 1 THEN 'RESTORE' ELSE 'EDITED' END
        WHEN c.version <> 1 THEN 'EDITED'
        WHEN ${await referencesTo(context, table)} THEN 'HAS_RECORDS' ELSE 'DELETE' END AS verdict
    FROM import_plan p JOIN imports i ON i.id = p.import_id
    LEFT JOIN ${quotedTable(table)} c ON c.id = p.record_id
    WHERE p.import_id = ${importId}::uuid AND p.class IN ('NEW', 'UPDATE') AND p.outcome IS NULL
      AND p.line <= i.applied_line AND p.undo IS NULL`;
}

const chosen = ({ importId, from, to }: PlanRange, verdict: UndoVerdict): Sql =>
  sql`u.import_id = ${importId}::uuid AND u.line BETWEEN ${from} AND ${to} AND u.undo = ${verdict}`;

async function remove(context: Context, table: ImportTable, range: PlanRange): Promise<void> {
  for (const { beforeDelete } of table.parts ?? []) {
    if (beforeDelete) await context.db.execute(beforeDelete(chosen(range, "DELETE"), context));
  }
  await context.db.execute(sql`
    DELETE FROM ${quotedTable(table)} c USING import_plan u WHERE ${chosen(range, "DELETE")} AND c.id = u.record_id`);
}

async function restore(
  { db }: Context,
  table: ImportTable,
  range: PlanRange,
  which: Sql,
): Promise<void> {
  const assignments = writtenColumns(table).map(
    ({ column }) =>
      `"${column}" = CASE WHEN u.changes ? '${column}' THEN v."${column}" ELSE c."${column}" END`,
  );
  if (table.alsoOnUndo) assignments.push(table.alsoOnUndo);
  await db.execute(sql`
    UPDATE ${quotedTable(table)} c SET ${raw(assignments.join(", "))}, updated_at = now(), version = c.version + 1
    FROM import_plan u CROSS JOIN LATERAL jsonb_to_record((
      SELECT jsonb_object_agg(x.key, x.value->0) FROM jsonb_each(u.changes) x)) AS v (${recordColumns(table)})
    WHERE ${chosen(range, "RESTORE")} AND ${which} AND c.id = u.record_id`);
}

async function tell(
  { db, actor, requestId }: Context,
  table: ImportTable,
  range: PlanRange,
): Promise<void> {
  const properties = JSON.stringify(
    Object.fromEntries(writtenColumns(table).map(({ column, property }) => [column, property])),
  );
  const customer = table.parent ? sql`u.parent_id` : sql`u.record_id`;
  const rows = (verdict: UndoVerdict, action: "purged" | "updated", changes: Sql) => sql`
    INSERT INTO activity (customer_id, record_type, record_id, action, changes, actor_kind, actor_id, actor_name, request_id)
    SELECT ${customer}, ${table.recordType}::text, u.record_id, ${action}::text, ${changes},
      ${actor.kind}, ${actor.id}::uuid, ${actor.name}, ${requestId}
    FROM import_plan u WHERE ${chosen(range, verdict)} ORDER BY u.line`;
  await db.execute(rows("DELETE", "purged", sql`'[]'::jsonb`));
  await db.execute(
    rows(
      "RESTORE",
      "updated",
      sql`(SELECT jsonb_agg(jsonb_build_object('field', coalesce(${properties}::jsonb->>x.key, x.key), 'old', x.value->1, 'new', x.value->0))
        FROM jsonb_each(u.changes) x)`,
    ),
  );
}

/**
 * Reverts these rows, in the caller's transaction, and stores the verdict with each row; records that
 * were changed since, or have records of their own by now, are kept.
 */
export async function undoRows(
  context: Context,
  table: ImportTable,
  range: PlanRange,
): Promise<void> {
  const { db } = context;
  const { importId, from, to } = range;
  if (table.beforeUndo) {
    await db.execute(
      table.beforeUndo(sql`u.import_id = ${importId}::uuid AND u.line BETWEEN ${from} AND ${to}`),
    );
  }
  // From here on no new row can reference them.
  await db.execute(sql`
    SELECT c.id FROM ${quotedTable(table)} c JOIN import_plan u ON u.record_id = c.id
    WHERE u.import_id = ${importId}::uuid AND u.line BETWEEN ${from} AND ${to} ORDER BY c.id FOR UPDATE OF c`);
  const verdicts = await undoVerdicts(context, table, importId);
  await db.execute(sql`
    UPDATE import_plan u SET undo = j.verdict FROM (${verdicts} AND p.line BETWEEN ${from} AND ${to}) j
    WHERE u.import_id = ${importId}::uuid AND u.line = j.line`);
  // Records that give up a unique key come before those that get it back.
  await remove(context, table, range);
  if (!table.exclusiveFlag) return takeBack(context, table, range, sql`true`);
  const first = givesUp(table.exclusiveFlag, "u", "UNDO");
  await restore(context, table, range, first);
  return takeBack(context, table, range, sql`NOT ${first}`);
}

async function takeBack(
  context: Context,
  table: ImportTable,
  range: PlanRange,
  which: Sql,
): Promise<void> {
  const { db } = context;
  try {
    await db.attempt(async () => {
      await restore(context, table, range, which);
      for (const { remove: removal } of table.parts ?? []) {
        if (removal) await db.execute(sql`${removal} AND ${chosen(range, "RESTORE")}`);
      }
      await tell(context, table, range);
    });
  } catch (error) {
    // Such as a tax ID that a customer had before the import, and that another one has by now.
    if (!isUnwritable(error)) throw error;
    const { importId, from, to } = range;
    if (from === to) {
      await db.execute(sql`
        UPDATE import_plan SET undo = 'CONFLICT' WHERE import_id = ${importId}::uuid AND line = ${from}`);
      return;
    }
    const middle = Math.floor((from + to) / 2);
    await takeBack(context, table, { ...range, to: middle }, which);
    await takeBack(context, table, { ...range, from: middle + 1 }, which);
  }
}
