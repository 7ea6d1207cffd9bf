import sql from "sql-template-tag";
import { type Check, ifMine, missingMatch, openCells } from "./import.check.js";
import { withLocalFile } from "./import.file.js";
import { matchFile } from "./import.match.js";
import { phase, setImport, stopped } from "./import.state.js";
import type { StoredProblem } from "./import.stored.js";
import { inspectFile, readRows } from "./reading/readSheet.js";
import { choiceOf } from "./reading/sheetChoice.js";
import { type StagedRow, stageRows } from "./staging.js";

/** Reads the file into the staging table; answers whether all its rows stand there. */
export async function readIntoStaging(check: Check): Promise<boolean> {
  return withLocalFile(check.app, check.import.fileId, async (path) => {
    const knownHeaders = check.importer.sheet.columns.flatMap(({ labels, synonyms }) => [
      ...Object.values(labels),
      ...synonyms,
    ]);
    return (await inspect(check, path, knownHeaders)) && (await stage(check, path, knownHeaders));
  });
}

async function inspect(check: Check, path: string, knownHeaders: string[]): Promise<boolean> {
  const { app, import: current, importer, signal } = check;
  const db = app.database.db();
  const limits = { maxRows: app.limits.importRows };
  const inspection = await inspectFile(path, current.choice, { knownHeaders, signal, limits });
  const match = await matchFile(db, importer.sheet, inspection.headers, current);
  const { doubt, encoding } = inspection;
  const problem: StoredProblem | null = doubt
    ? {
        code: doubt.code,
        params: { line: doubt.line, value: doubt.value, encoding: encoding ?? "" },
      }
    : missingMatch(importer, match.columns);
  Object.assign(current, match, { inspection });
  const goesOn = await ifMine(db, current, async (tx) => {
    const next = problem ? stopped("MATCHING", problem) : phase("CHECKING", inspection.rowEstimate);
    await tx.execute(sql`DELETE FROM import_rows WHERE import_id = ${current.id}::uuid`);
    await setImport(
      tx,
      current.id,
      sql`${next}, inspection = ${JSON.stringify(inspection)}::jsonb,
        columns = ${JSON.stringify(match.columns)}::jsonb, match_key = ${match.matchKey}`,
    );
    return problem === null;
  });
  return goesOn === true;
}

async function stage(check: Check, path: string, knownHeaders: string[]): Promise<boolean> {
  const { app, import: current, signal } = check;
  if (!current.inspection) throw new Error("the file was not inspected");
  const choice = choiceOf(current.inspection, current.choice);
  const read = await openCells(check);
  const limits = { maxRows: app.limits.importRows };
  let total = 0;
  let isOurs = true;
  let writing = Promise.resolve();
  let staged: StagedRow[] = [];
  // The next rows are read while these are written.
  const flush = async (isLast: boolean) => {
    await writing;
    const rows = staged;
    staged = [];
    total += rows.length;
    const progress = sql`done = ${total}, total = ${isLast ? total : sql`greatest(total, ${total})`}`;
    writing = ifMine(app.database.db(), current, async (tx) => {
      await stageRows(tx, current.id, rows);
      await setImport(tx, current.id, isLast ? sql`${progress}, stale = 'PLAN'` : progress);
      return true;
    }).then((done) => {
      isOurs = done === true;
    });
    // Who waits for it hears of a failure; until then it must not end the process.
    writing.catch(() => undefined);
  };
  for await (const batch of readRows(path, choice, { knownHeaders, signal, limits })) {
    for (const row of batch) {
      staged.push({ row, ...read(row) });
      if (staged.length >= app.limits.importChunkRows) await flush(false);
    }
    if (!isOurs) return false;
    signal.throwIfAborted();
  }
  await flush(true);
  await writing;
  return isOurs;
}
