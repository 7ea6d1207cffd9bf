import { setTimeout as pause } from "node:timers/promises";
import sql, { type Sql } from "sql-template-tag";
import type { App } from "../../../platform/app.js";
import { isCancelled, markWork } from "../../../platform/database/cancellableWork.js";
import type { Db } from "../../../platform/database/db.js";
import { notify } from "../../../platform/database/events.js";
import type { Importer } from "../../../platform/sheets/importer.js";
import type { ImportTable } from "../../../platform/sheets/importTable.js";
import { contextOfUser } from "../../accounts/contextOfUser.js";
import { applyRows } from "../engine/apply.js";
import type { Import } from "../import.entity.js";
import { lockImport, setImport, stopped, workOf } from "../importState.js";
import { countOutcomes } from "../review/rowCounts.js";
import { nextRows } from "./importChunk.js";

// The longest wait for the lock on an import whose chunk is being cancelled, and the number of attempts.
const CANCELLED_MS = 250;
const MAX_CANCELLED = 5;

/**
 * Applies the plan of an import in chunks. Each is a transaction with its history and progress, so that
 * a retry after a crash resumes. An import that is paused stops between two chunks; one that is cancelled stops in the
 * middle of a chunk, which is rolled back.
 */
export async function runImport(app: App, importId: string, signal: AbortSignal): Promise<void> {
  let cancelled = 0;
  for (let isMore = true; isMore; ) {
    signal.throwIfAborted();
    try {
      isMore = await applyChunk(app, importId);
    } catch (error) {
      cancelled += 1;
      if (!isCancelled(error) || cancelled > MAX_CANCELLED) throw error;
      await pause(CANCELLED_MS);
    }
  }
}

// The lock on the import lets one worker at a time apply a chunk, even if another one still believes that it has the job.
async function applyChunk(app: App, importId: string): Promise<boolean> {
  return app.database.db().transaction(async (tx) => {
    const current = await lockImport(tx, importId);
    if (current?.status !== "RUNNING") return false;
    await markWork(tx, workOf(importId));
    const importer = app.registry.importers.get(current.recordType);
    if (!importer) throw new Error(`nothing imports ${current.recordType}`);
    const { rows, last } = await nextRows(tx, importer.table, {
      importId,
      after: current.appliedLine,
      most: app.limits.importChunkRows,
      direction: "APPLY",
    });
    if (rows === 0) {
      await finish(tx, importId, sql`status = 'DONE'`);
      return false;
    }
    await apply(app, tx, current, importer, last);
    await setImport(tx, importId, sql`applied_line = ${last}, done = done + ${rows}`);
    return true;
  });
}

async function apply(
  app: App,
  tx: Db,
  current: Import,
  importer: Importer,
  to: number,
): Promise<void> {
  const context = await contextOfUser(app, current.userId, tx);
  const range = { importId: current.id, from: current.appliedLine + 1, to };
  await applyRows(context, tableOf(importer, current), range);
  await tx.execute(notify([{ name: "customers.imported", id: current.id, parentId: null }]));
}

// The parts of records that no column of the file is about need not be looked for in its rows.
function tableOf({ table }: Importer, { columns }: Import): ImportTable {
  const fields = columns.flatMap(({ field }) => field ?? []);
  const parts = table.parts?.filter(({ isGivenBy }) => isGivenBy?.(fields) ?? true);
  return parts ? { ...table, parts } : table;
}

/** Ends an import with the totals of its rows; rows that it did not reach were skipped. */
export async function finish(tx: Db, importId: string, status: Sql): Promise<void> {
  await setImport(tx, importId, sql`${status}, finished_at = now(), done = total, check_id = NULL`);
  const result = JSON.stringify(await countOutcomes(tx, importId));
  await tx.execute(sql`UPDATE imports SET result = ${result}::jsonb WHERE id = ${importId}::uuid`);
}

/** Ends an import whose job failed repeatedly; what was applied is kept and listed, and can be undone. */
export async function giveUpImport(app: App, importId: string): Promise<void> {
  await app.database.db().transaction(async (tx) => {
    const current = await lockImport(tx, importId);
    if (!current || !["READING", "CHECKING", "RUNNING"].includes(current.status)) return;
    await finish(tx, importId, stopped("FAILED", { code: "import_gave_up", params: {} }));
  });
}
