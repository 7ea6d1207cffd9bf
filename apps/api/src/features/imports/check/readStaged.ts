import sql from "sql-template-tag";
import type { Db } from "../../../platform/database/db.js";
import type { Row } from "../../spreadsheets/row.js";
import { phase, setImport } from "../importState.js";
import { sourceOfIds } from "../matching/idSource.js";
import { type Check, ifMine, missingMatch, openCells, waitForMatch } from "./importCheck.js";
import { restageRows, type StoredReading } from "./staging.js";

interface StoredRow {
  line: number;
  cells: string[];
  reading: StoredReading;
}

/** Parses the cells in the staging table again, where that is needed; returns whether all are parsed. */
export async function readStaged(check: Check): Promise<boolean> {
  const { app, import: current, importer, signal } = check;
  const db = app.database.db();
  if (current.stale === "PLAN" || current.stale === null) return true;
  const source = await sourceOfIds(db.within(check.scope), importer.sheet, current);
  Object.assign(current, source);
  const problem = missingMatch(importer, current);
  if (problem) {
    await waitForMatch(check, problem);
    return false;
  }
  if (current.stale === "MATCH" && !(await forgetValues(db, check))) return false;
  const read = await openCells(check);
  const atOnce = app.limits.importChunkRows;
  for (;;) {
    signal.throwIfAborted();
    const rows = await unreadRows(db, current.id, atOnce);
    const answers = rows.map((row) => ({ line: row.line, ...read(row) }));
    const isMine = await ifMine(db, current, async (tx) => {
      await restageRows(tx, current.id, answers);
      const done = sql`done = least(done + ${rows.length}, total)`;
      await setImport(tx, current.id, rows.length < atOnce ? sql`${done}, stale = 'PLAN'` : done);
      return true;
    });
    if (!isMine) return false;
    if (rows.length < atOnce) return true;
  }
}

async function forgetValues(db: Db, { import: current }: Check): Promise<boolean> {
  const isMine = await ifMine(db, current, async (tx) => {
    const total = await tx.execute(sql`
      UPDATE import_rows SET "values" = NULL, issues = NULL, faulty = false WHERE import_id = ${current.id}::uuid`);
    const { idSource, idSourceReason } = current;
    await setImport(
      tx,
      current.id,
      sql`${phase("CHECKING", total)}, stale = 'CELLS', id_source = ${idSource}, id_source_reason = ${idSourceReason}`,
    );
    return true;
  });
  return isMine === true;
}

async function unreadRows(db: Db, importId: string, most: number): Promise<Row[]> {
  const rows = await db.rows<StoredRow>(sql`
    SELECT line, cells, reading FROM import_rows
    WHERE import_id = ${importId}::uuid AND "values" IS NULL ORDER BY line LIMIT ${most}`);
  return rows.map(({ line, cells, reading }) => ({ line, cells, ...reading }));
}
