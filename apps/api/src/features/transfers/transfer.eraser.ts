import sql from "sql-template-tag";
import type { App } from "../../platform/app.js";
import type { JobHandler } from "../../platform/jobs/jobs.js";
import type { Eraser } from "../../platform/records/eraser.js";
import { EXPORTS_FOLDER, keyOfExport } from "./runExport.js";

/** The queue of removing the files of exports that are gone. */
export const FORGET_EXPORTS_QUEUE = "forget-exports";

const ALL_EXPORTS = "00000000-0000-7000-8000-000000000001";

/** Removes the bytes of exports that have no row any more. */
async function forgetExports(app: App): Promise<void> {
  // Bytes are written after their row, so the rows come last: what is begun meanwhile is not seen, or known.
  const stored: string[] = [];
  for await (const { key } of app.storage.list(EXPORTS_FOLDER)) stored.push(key);
  const rows = await app.database.db().rows<{ id: string }>(sql`SELECT id::text FROM exports`);
  const known = new Set(rows.map(({ id }) => keyOfExport(id)));
  for (const key of stored) if (!known.has(key)) await app.storage.remove(key);
}

/** Removing what exports left, in the background. */
export const forgettingExports: JobHandler = {
  run: forgetExports,
  giveUp: () => Promise.resolve(),
};

/**
 * The rows that were imported forget their cells, those that became the person's records and those
 * that hold an address or tax ID of theirs. Exports can hold anyone: all that are done go, with
 * their files; they can be made again.
 */
export const transferEraser: Eraser = {
  async erase(context, { customerIds, signs }) {
    const { db, app } = context;
    const ids = [...customerIds];
    // Letters and digits alone, as a tax ID may stand there in any notation; the quotes of the JSON bound it.
    const cells = signs.map((sign) => `%"${sign.toLowerCase().replace(/[^a-z0-9]/g, "")}"%`);
    await db.execute(sql`
      WITH found AS MATERIALIZED (
        SELECT p.import_id, p.line FROM import_plan p
        WHERE p.record_id = ANY(${ids}::uuid[]) OR p.parent_id = ANY(${ids}::uuid[])
        UNION
        SELECT r.import_id, r.line FROM import_rows r
        WHERE regexp_replace(lower(r.cells::text), '[^a-z0-9"]', '', 'g') LIKE ANY(${cells}::text[])
      ), planned AS (
        UPDATE import_plan p SET changes = NULL, issues = NULL
        FROM found f WHERE p.import_id = f.import_id AND p.line = f.line
      ), sampled AS (
        UPDATE imports i SET
          columns = (SELECT coalesce(jsonb_agg(c || '{"samples": [], "values": []}'), '[]') FROM jsonb_array_elements(i.columns) c),
          inspection = i.inspection || jsonb_build_object('preview', '[]'::jsonb, 'headers', (
            SELECT coalesce(jsonb_agg(h || '{"samples": []}'), '[]') FROM jsonb_array_elements(i.inspection->'headers') h))
        WHERE i.id IN (SELECT import_id FROM found)
      )
      UPDATE import_rows r SET reading = NULL, "values" = '{}', issues = NULL,
        cells = (SELECT coalesce(json_agg(''::text), '[]') FROM json_array_elements(r.cells))
      FROM found f WHERE r.import_id = f.import_id AND r.line = f.line`);
    const gone = await db.execute(sql`DELETE FROM exports WHERE status <> 'RUNNING'`);
    if (gone > 0) await app.jobs.enqueue(db, FORGET_EXPORTS_QUEUE, ALL_EXPORTS);
  },
};
