import sql, { type Sql } from "sql-template-tag";
import type { Db } from "../../platform/database/db.js";
import { notify } from "../../platform/database/events.js";
import { Import, type ImportStatus } from "./import.entity.js";
import type { StoredProblem } from "./storedImport.js";

/** An import, locked until the transaction ends; null where there is none. */
export function lockImport({ manager }: Db, id: string): Promise<Import | null> {
  return manager.findOne(Import, { where: { id }, lock: { mode: "pessimistic_write" } });
}

/** The import and the work that a transaction writes for. */
export const workOf = (id: string): string => `import ${id}`;

/** The last lines that were applied and reverted; they stay the same while an import makes no progress. */
export async function importedSoFar(db: Db, id: string): Promise<string | null> {
  const row = await db.row<{ lines: string }>(sql`
    SELECT concat(applied_line, ' ', undone_line) AS lines FROM imports WHERE id = ${id}::uuid`);
  return row?.lines ?? null;
}

/** Updates an import, and notifies its subscribers. */
export async function setImport(db: Db, id: string, assignments: Sql): Promise<void> {
  await db.execute(sql`
    UPDATE imports SET ${assignments}, updated_at = now(), version = version + 1 WHERE id = ${id}::uuid`);
  await db.execute(notify([{ name: "import.progressed", id, parentId: null }]));
}

/** Starts a phase with its progress at zero. */
export const phase = (status: ImportStatus, total: number): Sql =>
  sql`status = ${status}, done = 0, total = ${total}, phase_started_at = now(), problem = NULL`;

/** Ends an import, or makes it wait for a person, with the reason. */
export const stopped = (status: ImportStatus, problem: StoredProblem | null): Sql =>
  sql`status = ${status}, problem = ${problem === null ? null : JSON.stringify(problem)}::jsonb`;
