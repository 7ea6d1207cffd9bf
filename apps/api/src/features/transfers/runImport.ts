import sql, { type Sql } from "sql-template-tag";
import type { App } from "../../platform/app.js";
import type { Db } from "../../platform/database/db.js";
import { notify } from "../../platform/database/events.js";
import { applyRows } from "../../platform/sheets/importTable.apply.js";
import { importerOf } from "../../platform/sheets/sheetKinds.js";
import { contextOfUser } from "../accounts/contextOfUser.js";
import { countOutcomes } from "./import.counts.js";
import type { Import } from "./import.entity.js";
import { lockImport, setImport, stopped } from "./import.state.js";

/**
 * Applies the plan of an import in chunks, each a transaction with its history and progress, so that
 * it goes on where it was after a crash, and stops between two chunks when it was paused or cancelled.
 */
export async function runImport(app: App, importId: string, signal: AbortSignal): Promise<void> {
  do signal.throwIfAborted();
  while (await applyChunk(app, importId));
}

/** The next rows of the plan after a line: how many, and the line of the last. */
export async function nextRows(
  db: Db,
  importId: string,
  after: number,
  most: number,
): Promise<{ rows: number; last: number }> {
  const next = await db.row<{ rows: number; last: number | null }>(sql`
    SELECT count(*)::int AS rows, max(line) AS last FROM (
      SELECT line FROM import_plan WHERE import_id = ${importId}::uuid AND line > ${after}
      ORDER BY line LIMIT ${most}) chunk`);
  return { rows: next?.rows ?? 0, last: next?.last ?? after };
}

// The lock on the import lets one worker at a time apply a chunk, whoever else believes to own the job.
async function applyChunk(app: App, importId: string): Promise<boolean> {
  return app.database.db().transaction(async (tx) => {
    const current = await lockImport(tx, importId);
    if (current?.status !== "RUNNING") return false;
    const { rows, last } = await nextRows(
      tx,
      importId,
      current.appliedLine,
      app.limits.importChunkRows,
    );
    if (rows === 0) {
      await finish(tx, importId, sql`status = 'DONE'`);
      return false;
    }
    await apply(app, tx, current, last);
    await setImport(tx, importId, sql`applied_line = ${last}, done = done + ${rows}`);
    return true;
  });
}

async function apply(app: App, tx: Db, current: Import, to: number): Promise<void> {
  const importer = importerOf(current.kind);
  if (!importer) throw new Error(`nothing imports ${current.kind}`);
  const context = await contextOfUser(app, current.userId, tx);
  const range = { importId: current.id, from: current.appliedLine + 1, to };
  await applyRows(context, importer.table, range);
  await tx.execute(notify([{ name: "customers.imported", id: current.id, customerId: null }]));
}

/** Ends an import with the sums of what became of its rows; rows that it did not come to were skipped. */
export async function finish(tx: Db, importId: string, status: Sql): Promise<void> {
  await setImport(tx, importId, sql`${status}, finished_at = now(), done = total, check_id = NULL`);
  const result = JSON.stringify(await countOutcomes(tx, importId));
  await tx.execute(sql`UPDATE imports SET result = ${result}::jsonb WHERE id = ${importId}::uuid`);
}

/** Ends an import whose work failed again and again; what was applied stays, is told and can be undone. */
export async function giveUpImport(app: App, importId: string): Promise<void> {
  await app.database.db().transaction(async (tx) => {
    const current = await lockImport(tx, importId);
    if (!current || !["READING", "CHECKING", "RUNNING"].includes(current.status)) return;
    await finish(tx, importId, stopped("FAILED", { code: "import_gave_up", params: {} }));
  });
}
