import sql from "sql-template-tag";
import type { App } from "../../../platform/app.js";
import type { Context } from "../../../platform/context.js";
import { contextOfUser } from "../../accounts/contextOfUser.js";
import { undoRows } from "../engine/undo.js";
import type { Import } from "../import.entity.js";
import { lockImport, setImport, stopped } from "../importState.js";
import { nextRows } from "./importChunk.js";

/** Reverts an import in chunks, each a transaction; a retry after a crash resumes. */
export async function runUndo(app: App, importId: string, signal: AbortSignal): Promise<void> {
  do signal.throwIfAborted();
  while (await undoChunk(app, importId));
}

async function undoChunk(app: App, importId: string): Promise<boolean> {
  return app.database.db().transaction(async (tx) => {
    const current = await lockImport(tx, importId);
    if (current?.status !== "UNDOING") return false;
    return undoNext(await contextOfUser(app, current.undoneById, tx), current);
  });
}

/** Reverts the next rows in the caller's transaction; returns whether there may be more. */
export async function undoNext(
  context: Context,
  { id, recordType, undoneLine, appliedLine }: Import,
): Promise<boolean> {
  const { db } = context;
  const importer = context.app.registry.importers.get(recordType);
  if (!importer) throw new Error(`nothing imports ${recordType}`);
  const { rows, last } = await nextRows(db, importer.table, {
    importId: id,
    after: undoneLine,
    most: context.app.limits.importChunkRows,
    direction: "UNDO",
  });
  if (rows === 0 || undoneLine >= appliedLine) {
    await setImport(db, id, sql`status = 'UNDONE', undone_line = ${appliedLine}, done = total`);
    return false;
  }
  await undoRows(context, importer.table, { importId: id, from: undoneLine + 1, to: last });
  await setImport(db, id, sql`undone_line = ${last}, done = done + ${rows}`);
  return true;
}

/** Stops an undo that failed repeatedly where it is; it can be requested again. */
export async function giveUpUndo(app: App, importId: string): Promise<void> {
  await app.database.db().transaction(async (tx) => {
    const current = await lockImport(tx, importId);
    if (current?.status !== "UNDOING") return;
    await setImport(tx, importId, stopped("DONE", { code: "undo_gave_up", params: {} }));
  });
}
