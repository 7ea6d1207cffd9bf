import { columnOf as fieldOf } from "@clientela/shared/sheets/sheet";
import sql, { type Sql } from "sql-template-tag";
import { v7 as uuidV7 } from "uuid";
import type { App } from "../../../platform/app.js";
import { isCancelled, markWork } from "../../../platform/database/cancellableWork.js";
import type { Db } from "../../../platform/database/db.js";
import { COLUMN_RULES, type ColumnRule, type Importer } from "../../../platform/sheets/importer.js";
import { contextOfUser } from "../../accounts/contextOfUser.js";
import { ReadError } from "../../spreadsheets/readError.js";
import { planAnew } from "../engine/plan.js";
import { lockImport, setImport, stopped, workOf } from "../importState.js";
import { countClasses, sumProblems } from "../review/rowCounts.js";
import type { StoredColumn } from "../storedImport.js";
import { type Check, ifMine, Outdated } from "./importCheck.js";
import { readIntoStaging } from "./readIntoStaging.js";
import { readStaged } from "./readStaged.js";

/**
 * Parses the file of an import, matches its columns, stages its rows and plans what each would do, or repeats the part of
 * that which changed. A retry after a crash goes on; it writes nothing but
 * the import itself.
 */
export async function checkImport(app: App, importId: string, signal: AbortSignal): Promise<void> {
  const check = await begin(app, importId, signal);
  if (!check) return;
  try {
    const isStaged = check.import.stale !== "FILE" || (await readIntoStaging(check));
    if (isStaged && (await readStaged(check))) await plan(check);
  } catch (error) {
    if (error instanceof Outdated || (await wasCancelled(check, error))) return;
    if (!(error instanceof ReadError)) throw error;
    const { code, params, seen } = error;
    // The parser crashed, and not because of the file: its last output goes to the log only.
    if (code === "readerFailed") {
      app.log.warn({ err: error, cause: error.cause, importId }, "a file's reader failed");
    }
    await ifMine(app.database.db(), check.import, (tx) =>
      setImport(
        tx,
        importId,
        sql`${stopped("FAILED", { code, params })}, finished_at = now(),
          inspection = coalesce(${seen && JSON.stringify(seen)}::jsonb, inspection)`,
      ),
    );
  }
}

// Whoever cancels a check marks it as outdated first; the lock waits until that is done.
async function wasCancelled({ app, import: current }: Check, error: unknown): Promise<boolean> {
  if (!isCancelled(error)) return false;
  return (await ifMine(app.database.db(), current, async () => true)) === null;
}

async function begin(app: App, importId: string, signal: AbortSignal): Promise<Check | null> {
  return app.database.db().transaction(async (tx) => {
    const current = await lockImport(tx, importId);
    if (!current || !["READING", "CHECKING"].includes(current.status)) return null;
    const importer = app.registry.importers.get(current.recordType);
    if (!importer) throw new Error(`nothing imports ${current.recordType}`);
    // A worker that had this check before, and may still be running, writes nothing more.
    current.checkId = uuidV7();
    await tx.execute(sql`
      UPDATE imports SET check_id = ${current.checkId}::uuid WHERE id = ${importId}::uuid`);
    const { actor } = await contextOfUser(app, current.userId, tx);
    return { app, import: current, importer, scope: actor.scope ?? null, signal };
  });
}

/** From this many rows on, the table is analyzed. */
const MANY_ROWS = 5_000;

// Until it is analyzed, the planner takes a table that has just grown for a small one; autovacuum gets to it minutes
// later.
async function analyze(db: Db, table: Sql): Promise<void> {
  await db.execute(sql`ANALYZE ${table}`);
}

// Where several columns of the file go to one field, the stricter rule applies.
function rulesOf(
  { sheet, columnOf }: Importer,
  columns: readonly StoredColumn[],
): Record<string, ColumnRule> {
  const rules: Record<string, ColumnRule> = {};
  for (const { field, rule } of columns) {
    if (field === null) continue;
    const column = columnOf(fieldOf(sheet, field)?.partOf ?? field);
    const before = rules[column] ?? rule;
    rules[column] = COLUMN_RULES.indexOf(rule) > COLUMN_RULES.indexOf(before) ? rule : before;
  }
  return rules;
}

// The import is locked at the end only, so that it can be viewed, changed and cancelled meanwhile.
async function plan(check: Check): Promise<void> {
  const { app, importer } = check;
  const { id, columns, matchKey, touched, inspection } = check.import;
  // In a transaction of its own: until it ends, the rows of no other import can be analyzed.
  if (touched === null && (inspection?.rowEstimate ?? 0) >= MANY_ROWS) {
    await analyze(app.database.db(), sql`import_rows (import_id, line)`);
  }
  await app.database.db().transaction(async (tx) => {
    await markWork(tx, workOf(id));
    const plan = { importId: id, matchKey, rules: rulesOf(importer, columns) };
    const isWhole = await planAnew(tx.within(check.scope), importer.table, plan, touched);
    const counts = await countClasses(tx, id);
    const problems = await sumProblems(tx, id);
    // Before anyone looks at its rows.
    if (isWhole && counts.total >= MANY_ROWS) {
      await analyze(tx, sql`import_plan (import_id, line, class)`);
    }
    const isDone = await ifMine(tx, check.import, async () => {
      await setImport(
        tx,
        id,
        sql`status = 'READY', stale = NULL, touched = '{}', problem = NULL, counts = ${JSON.stringify(counts)}::jsonb,
          problems = ${JSON.stringify(problems)}::jsonb`,
      );
      return true;
    });
    if (!isDone) throw new Outdated();
  });
}
