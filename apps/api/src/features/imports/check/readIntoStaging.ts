import { isDeepStrictEqual } from "node:util";
import type { ColumnProfile } from "@clientela/shared/matching/columnProfile";
import sql, { type Sql } from "sql-template-tag";
import { inspectFile, readRows } from "../../spreadsheets/readSheet.js";
import { choiceOf, type ReadSummary } from "../../spreadsheets/sheetChoice.js";
import { phase, setImport, stopped } from "../importState.js";
import { withLocalFile } from "../localFile.js";
import { sourceOfIds } from "../matching/idSource.js";
import { matchAnew, matchFile } from "../matching/matchFile.js";
import { readingOf, type StoredProblem } from "../storedImport.js";
import { type Check, ifMine, missingMatch, openCells } from "./importCheck.js";
import { stagedLine, stageRows } from "./staging.js";

/**
 * Parses the file into the staging table, and judges its columns by all their cells; returns whether all its rows
 * are there.
 */
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
  const found = await inspectFile(path, current.choice, { knownHeaders, signal, limits });
  const seen = db.within(check.scope);
  const match = await matchFile(seen, importer.sheet, found, current);
  const source = await sourceOfIds(seen, importer.sheet, { ...current, ...match });
  // The formats of cells are determined again when all of them are read.
  const { profiles: _profiles, ...inspection } = found;
  const { doubt, encoding } = inspection;
  const problem: StoredProblem | null = doubt
    ? {
        code: doubt.code,
        params: { line: doubt.line, value: doubt.value, encoding: encoding ?? "" },
      }
    : missingMatch(importer, { columns: match.columns, idSource: source.idSource });
  Object.assign(current, match, source, { inspection });
  const goesOn = await ifMine(db, current, async (tx) => {
    const next = problem ? stopped("MATCHING", problem) : phase("CHECKING", inspection.rowEstimate);
    await tx.execute(sql`DELETE FROM import_rows WHERE import_id = ${current.id}::uuid`);
    await setImport(
      tx,
      current.id,
      sql`${next}, inspection = ${JSON.stringify(inspection)}::jsonb,
        columns = ${JSON.stringify(match.columns)}::jsonb, match_key = ${match.matchKey},
        id_source = ${source.idSource}, id_source_reason = ${source.idSourceReason}`,
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
  let profiles: readonly ColumnProfile[] = [];
  let total = 0;
  let isOurs = true;
  let writing = Promise.resolve();
  let staged: string[] = [];
  let pieces: Buffer[] = [];
  let count = 0;
  // As texts that outlive the rows that are parsed at once they would cost the garbage collector as much as the parsing.
  const encode = () => {
    if (staged.length === 0) return;
    pieces.push(Buffer.from(staged.join("")));
    count += staged.length;
    staged = [];
  };
  // The next rows are read while these are written.
  const flush = async (end: Sql | null) => {
    await writing;
    encode();
    const lines = pieces;
    pieces = [];
    total += count;
    count = 0;
    const progress = sql`done = ${total}, total = ${end ? total : sql`greatest(total, ${total})`}`;
    writing = ifMine(app.database.db(), current, async (tx) => {
      await stageRows(tx, lines);
      await setImport(tx, current.id, end ? sql`${progress}, ${end}` : progress);
      return true;
    }).then((done) => {
      isOurs = done === true;
    });
    // Whoever awaits it gets the failure; until then an unhandled rejection must not end the process.
    writing.catch(() => undefined);
  };
  const onEnd = (summary: ReadSummary) => {
    profiles = summary.profiles;
  };
  for await (const batch of readRows(path, choice, { knownHeaders, signal, limits, onEnd })) {
    for (const row of batch) {
      staged.push(stagedLine(current.id, row, read(row)));
      if (count + staged.length >= app.limits.importChunkRows) await flush(null);
    }
    encode();
    if (!isOurs) return false;
    signal.throwIfAborted();
  }
  await flush(judgedByAll(check, profiles));
  await writing;
  return isOurs;
}

// Only now are all cells known: where they suggest another format than the first ones, they are parsed again.
function judgedByAll(
  { import: current, importer }: Check,
  profiles: readonly ColumnProfile[],
): Sql {
  const columns = matchAnew(importer.sheet, current.columns, profiles);
  const isAsRead = isDeepStrictEqual(readingOf(columns), readingOf(current.columns));
  current.columns = columns;
  current.stale = isAsRead ? "PLAN" : "MATCH";
  return sql`columns = ${JSON.stringify(columns)}::jsonb, stale = ${current.stale}`;
}
