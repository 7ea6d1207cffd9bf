import sql, { raw } from "sql-template-tag";
import { brokenUniqueIndex } from "../../platform/constraints.js";
import type { Context } from "../../platform/context.js";
import { importedColumns, propertyByColumn } from "./customer.importPlan.js";

const columns = importedColumns.map(({ column }) => column);
const target = raw(columns.join(", "));
// What has a default in the table has it here too: a row does not say it.
const DEFAULTS: Readonly<Record<string, string>> = {
  status: "coalesce(v.status, 'ACTIVE')",
  tags: "coalesce(v.tags, '{}')",
};
const inserted = raw(columns.map((column) => DEFAULTS[column] ?? `v.${column}`).join(", "));
const patched = raw(columns.map((column) => `p.${column}`).join(", "));

interface Range {
  importId: string;
  from: number;
  to: number;
}

const within = ({ importId, from, to }: Range) =>
  sql`r.import_id = ${importId}::uuid AND r.line BETWEEN ${from} AND ${to} AND r.outcome IS NULL`;

async function create(context: Context, range: Range): Promise<void> {
  await context.db.execute(sql`
    WITH made AS (
      INSERT INTO customers (id, number, ${target})
      SELECT r.record_id, coalesce(r."values"->>'number', next_customer_number()), ${inserted}
      FROM import_rows r CROSS JOIN LATERAL jsonb_populate_record(NULL::customers, r."values") v
      WHERE ${within(range)} AND r.class = 'NEW' ORDER BY r.line
      -- Whoever took the number or tax ID since the plan keeps it; the row is reported as skipped.
      ON CONFLICT DO NOTHING RETURNING id
    )
    UPDATE import_rows r SET outcome = 'CREATED' FROM made
    WHERE ${within(range)} AND r.class = 'NEW' AND r.record_id = made.id`);
}

async function update(context: Context, range: Range): Promise<void> {
  await context.db.execute(sql`
    WITH changed AS (
      UPDATE customers c
      SET (${target}) = (SELECT ${patched} FROM jsonb_populate_record(c, coalesce(r.patch, '{}')) p),
          updated_at = now(), version = c.version + 1
      FROM import_rows r
      WHERE ${within(range)} AND r.class = 'UPDATE' AND c.id = r.record_id
        AND c.version = r.record_version AND c.deleted_at IS NULL
      RETURNING c.id
    )
    UPDATE import_rows r SET outcome = 'UPDATED' FROM changed
    WHERE ${within(range)} AND r.class = 'UPDATE' AND r.record_id = changed.id`);
}

// Runs after the two above, so that it finds their rows by the outcome they have now.
async function addExternalIds({ db }: Context, { importId, from, to }: Range): Promise<void> {
  await db.execute(sql`
    INSERT INTO customer_external_ids AS e (customer_id, source, external_id)
    SELECT DISTINCT ON (2, 3) r.record_id, r."values"->>'external_source', r."values"->>'external_id' FROM import_rows r
    WHERE r.import_id = ${importId}::uuid AND r.line BETWEEN ${from} AND ${to}
      AND r.outcome IN ('CREATED', 'UPDATED') AND r."values" ? 'external_id'
    -- A customer in the trash, such as one of an import that was undone, gives its id up.
    ON CONFLICT (source, external_id) DO UPDATE SET customer_id = excluded.customer_id
    WHERE EXISTS (SELECT 1 FROM customers c WHERE c.id = e.customer_id AND c.deleted_at IS NOT NULL)`);
}

async function tell(
  { db, actor, requestId }: Context,
  { importId, from, to }: Range,
): Promise<void> {
  await db.execute(sql`
    INSERT INTO activity (customer_id, record_type, record_id, action, changes, actor_kind, actor_id, actor_name, request_id)
    SELECT r.record_id, 'Customer', r.record_id, lower(r.outcome),
      coalesce(CASE r.outcome
        WHEN 'CREATED' THEN (
          SELECT jsonb_agg(jsonb_build_object('field', ${propertyByColumn}::jsonb->>v.key, 'old', NULL, 'new', v.value))
          FROM jsonb_each(r."values") v WHERE ${propertyByColumn}::jsonb ? v.key)
        ELSE (
          SELECT jsonb_agg(jsonb_build_object('field', ${propertyByColumn}::jsonb->>v.key, 'old', v.value->0, 'new', v.value->1))
          FROM jsonb_each(r.changes) v) END, '[]'),
      ${actor.kind}, ${actor.id}::uuid, ${actor.name}, ${requestId}
    FROM import_rows r
    WHERE r.import_id = ${importId}::uuid AND r.line BETWEEN ${from} AND ${to} AND r.outcome IN ('CREATED', 'UPDATED')
    ORDER BY r.line`);
}

/** Makes and changes customers as planned for these rows; a row that can no longer be written fails alone. */
export async function applyCustomers(
  context: Context,
  importId: string,
  from: number,
  to: number,
): Promise<void> {
  const range = { importId, from, to };
  try {
    await context.db.attempt(async () => {
      await create(context, range);
      await update(context, range);
      await addExternalIds(context, range);
      await tell(context, range);
    });
  } catch (error) {
    // A tax ID that a change would take from another customer: halve the rows until it is alone.
    if (brokenUniqueIndex(error) === null) throw error;
    if (from === to) {
      await context.db.execute(
        sql`UPDATE import_rows r SET outcome = 'FAILED' WHERE ${within(range)}`,
      );
      return;
    }
    const middle = Math.floor((from + to) / 2);
    await applyCustomers(context, importId, from, middle);
    await applyCustomers(context, importId, middle + 1, to);
    return;
  }
  context.announce({ name: "customers.imported", id: importId, customerId: null });
}

/** Trashes the customers that an import made and restores what it overwrote, where nobody changed them since. */
export async function undoCustomers(context: Context, importId: string): Promise<void> {
  const { db, actor, requestId } = context;
  await db.execute(sql`
    WITH trashed AS (
      UPDATE customers c SET deleted_at = now(), updated_at = now(), version = c.version + 1
      FROM import_rows r
      WHERE r.import_id = ${importId}::uuid AND r.outcome = 'CREATED' AND c.id = r.record_id
        AND c.version = 1 AND c.deleted_at IS NULL
      RETURNING c.id, 'deleted' AS action, '[]'::jsonb AS changes
    ),
    restored AS (
      UPDATE customers c
      SET (${target}) = (SELECT ${patched} FROM jsonb_populate_record(c, (
            SELECT coalesce(jsonb_object_agg(key, value->0), '{}') FROM jsonb_each(r.changes))) p),
          updated_at = now(), version = c.version + 1
      FROM import_rows r
      WHERE r.import_id = ${importId}::uuid AND r.outcome = 'UPDATED' AND c.id = r.record_id
        AND c.version = r.record_version + 1 AND c.deleted_at IS NULL
      RETURNING c.id, 'restored' AS action, (
        SELECT coalesce(jsonb_agg(jsonb_build_object('field', ${propertyByColumn}::jsonb->>key, 'old', value->1, 'new', value->0)), '[]')
        FROM jsonb_each(r.changes)) AS changes
    )
    INSERT INTO activity (customer_id, record_type, record_id, action, changes, actor_kind, actor_id, actor_name, request_id)
    SELECT d.id, 'Customer', d.id, d.action, d.changes, ${actor.kind}, ${actor.id}::uuid, ${actor.name}, ${requestId}
    FROM (SELECT * FROM trashed UNION ALL SELECT * FROM restored) d`);
}
