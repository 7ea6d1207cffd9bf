import sql, { type Sql } from "sql-template-tag";
import type { App } from "../../platform/app.js";
import type { Db } from "../../platform/db.js";
import { importerOf } from "../../platform/sheetKinds.js";
import { contextOfUser } from "../accounts/contextOfUser.js";
import { lockImport, setImport, stopped } from "./import.state.js";

const ROWS_AT_ONCE = 2_000;

/**
 * Applies the plan of an import in chunks, each a transaction with its history and progress, so that
 * it goes on where it was after a crash, and stops between two chunks when it was cancelled.
 */
export async function runImport(app: App, importId: string, signal: AbortSignal): Promise<void> {
  do signal.throwIfAborted();
  while (!(await applyChunk(app, importId)));
}

// The lock on the import lets one worker at a time apply a chunk, whoever else believes to own the job.
async function applyChunk(app: App, importId: string): Promise<boolean> {
  return app.database.db().transaction(async (tx) => {
    const current = await lockImport(tx, importId);
    if (current?.status !== "RUNNING") return true;
    const importer = importerOf(current.kind);
    if (!importer) throw new Error(`nothing imports ${current.kind}`);
    const range = await tx.row<{ first: number | null; last: number | null }>(sql`
      SELECT min(line) AS first, max(line) AS last FROM (
        SELECT line FROM import_rows WHERE import_id = ${importId}::uuid AND outcome IS NULL
        ORDER BY line LIMIT ${ROWS_AT_ONCE}) chunk`);
    if (range?.first == null || range.last == null) {
      await finish(tx, importId, sql`status = 'DONE'`);
      return true;
    }
    const context = await contextOfUser(app, current.userId, tx);
    await importer.apply(context, importId, range.first, range.last);
    // What the plan left out, and what could not be done, has its outcome too: the sums are whole.
    await tx.execute(sql`
      UPDATE import_rows SET outcome = CASE class
          WHEN 'ERROR' THEN 'FAILED' WHEN 'UNCHANGED' THEN 'UNCHANGED' ELSE 'SKIPPED' END
      WHERE import_id = ${importId}::uuid AND line BETWEEN ${range.first} AND ${range.last} AND outcome IS NULL`);
    await setImport(
      tx,
      importId,
      sql`
      done = (SELECT count(*) FROM import_rows WHERE import_id = ${importId}::uuid AND outcome IS NOT NULL)`,
    );
    return false;
  });
}

/** Ends an import with the sums of what became of its rows; rows that it did not come to were skipped. */
export async function finish(tx: Db, importId: string, status: Sql): Promise<void> {
  await tx.execute(sql`
    UPDATE import_rows SET outcome = CASE class WHEN 'ERROR' THEN 'FAILED' ELSE 'SKIPPED' END
    WHERE import_id = ${importId}::uuid AND outcome IS NULL`);
  await setImport(
    tx,
    importId,
    sql`
    ${status}, finished_at = now(), done = total,
    result = (
      SELECT jsonb_build_object(
        'created', count(*) FILTER (WHERE outcome = 'CREATED'), 'updated', count(*) FILTER (WHERE outcome = 'UPDATED'),
        'unchanged', count(*) FILTER (WHERE outcome = 'UNCHANGED'), 'skipped', count(*) FILTER (WHERE outcome = 'SKIPPED'),
        'failed', count(*) FILTER (WHERE outcome = 'FAILED'))
      FROM import_rows WHERE import_id = ${importId}::uuid)`,
  );
}

/** Ends an import whose work failed again and again; what was applied stays, is told and can be undone. */
export async function giveUpImport(app: App, importId: string): Promise<void> {
  await app.database.db().transaction(async (tx) => {
    const current = await lockImport(tx, importId);
    if (!current || !["READING", "CHECKING", "RUNNING"].includes(current.status)) return;
    await finish(tx, importId, stopped("FAILED", { code: "import_gave_up", params: {} }));
  });
}
