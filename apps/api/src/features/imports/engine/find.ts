import sql, { join, raw, type Sql } from "sql-template-tag";
import type { Db } from "../../../platform/database/db.js";
import type { ImportPlan } from "../../../platform/sheets/importer.js";
import type {
  ImportTable,
  ParentAgreement,
  RowParent,
} from "../../../platform/sheets/importTable.js";
import { addHolders, findHolders } from "./keyHolders.js";
import { applyDecisions, contestMatches, separateMatches } from "./undecided.js";

/** The maximum number of candidates for the owner of a row. */
const CHOICES_NAMED = 5;

/** Keys of staged rows. */
export const named = (alias: string, keys: readonly string[]): Sql =>
  raw(keys.map((key) => `${alias}."${key}"`).join(", "));

async function stage(db: Db, { keys }: ImportTable, importId: string, which: Sql): Promise<void> {
  const names = Object.keys(keys);
  await db.execute(sql`
    CREATE TEMP TABLE staged (line integer, decision text, decided_id uuid,
      customer_id uuid, owner_way integer, owner_problem text, owner_field text, owner_choices text,
      ${raw(names.map((name) => `"${name}" text`).join(", "))}) ON COMMIT DROP`);
  await db.execute(sql`
    INSERT INTO staged (line, decision, decided_id, ${raw(names.map((name) => `"${name}"`).join(", "))})
    SELECT r.line, r.decision, r.decided_id, ${join(Object.values(keys))} FROM import_rows r
    WHERE r.import_id = ${importId}::uuid AND NOT (r.faulty OR r.left_out) AND ${which}`);
  await db.execute(sql`ANALYZE staged`);
}

/** A match strategy with the keys that it uses. */
interface Search {
  keys: readonly string[];
  /** Selects `line`, `id` and `doubt`; `remaining` are the staged rows that have no match so far. */
  find(remaining: Sql): Sql;
}

const certain = (found: Sql): Sql =>
  sql`SELECT f.line, f.id, NULL::text FROM (${found}) f (line, id)`;

// The first strategy with a certain match decides. Where a strategy has only doubtful matches, later strategies
// may add candidates. A strategy is not tried when no row is left for it: some read the whole table.
async function search(db: Db, table: string, searches: readonly Search[]): Promise<void> {
  const found = raw(table);
  await db.execute(
    sql`CREATE TEMP TABLE ${found} (line integer, id uuid, doubt text, strategy integer) ON COMMIT DROP`,
  );
  const isLeft = sql`NOT EXISTS (SELECT 1 FROM ${found} f WHERE f.line = s.line AND f.doubt IS NULL)`;
  const remaining = sql`(SELECT s.* FROM staged s WHERE ${isLeft})`;
  for (const [place, { keys, find }] of searches.entries()) {
    const left = await db.row(sql`
      SELECT 1 FROM staged s WHERE num_nonnulls(${named("s", keys)}) > 0 AND ${isLeft} LIMIT 1`);
    if (!left) continue;
    const added = await db.execute(sql`
      INSERT INTO ${found} SELECT DISTINCT s.line, s.id, s.doubt, ${place}::integer FROM (${find(remaining)}) s (line, id, doubt)
      WHERE ${isLeft} AND NOT EXISTS (SELECT 1 FROM ${found} f WHERE f.line = s.line AND f.id = s.id)`);
    if (added === 0) continue;
    await db.execute(sql`ANALYZE ${found}`);
    // Mostly the first key finds all, and to look for what is left of them takes longer than to count.
    const whole = await db.row<{ whole: boolean }>(sql`
      SELECT count(DISTINCT f.line) = (SELECT count(*) FROM staged) AS whole FROM ${found} f WHERE f.doubt IS NULL`);
    if (whole?.whole) return;
  }
}

async function findParents(db: Db, table: ImportTable): Promise<void> {
  const { parent } = table;
  if (!parent) return;
  const searches = parent.matchStrategies.map(({ key, find }) => ({
    keys: [key],
    find: () => certain(find(sql`staged`)),
  }));
  await search(db, "parents_found", searches);
  await db.execute(sql`
    CREATE TEMP TABLE parents ON COMMIT DROP AS
    SELECT line, min(id::text)::uuid AS id, min(strategy) AS way, count(*)::integer AS matches
    FROM parents_found GROUP BY line`);
  await db.execute(sql`ANALYZE parents`);
  await db.execute(sql`
    UPDATE staged s SET customer_id = CASE WHEN o.matches = 1 THEN o.id END, owner_way = o.way,
      owner_choices = CASE WHEN o.matches > 1 THEN (
        SELECT string_agg(${raw(parent.label)}, '; ' ORDER BY ${raw(parent.label)}) FROM (
          SELECT o.* FROM parents_found f JOIN ${raw(`"${parent.table}"`)} o ON o.id = f.id
          WHERE f.line = s.line ORDER BY o.id LIMIT ${CHOICES_NAMED}) o) END,
      owner_problem = CASE WHEN o.matches = 1 THEN NULL WHEN o.matches > 1 THEN 'ambiguous_customer'
        WHEN num_nonnulls(${named("s", Object.keys(parent.keys))}) > 0 THEN 'unknown_customer' ELSE 'customer_required' END
    FROM staged n LEFT JOIN parents o ON o.line = n.line WHERE n.line = s.line`);
  // Values that were completed since: they count as keys as well.
  await db.execute(sql`ANALYZE staged (customer_id, owner_way)`);
  for (const agreement of parent.agrees) await refuseAnother(db, parent, agreement);
}

// Mostly the record that the row belongs to has the value, so it is checked first; one that was found by it has it anyway.
async function refuseAnother(
  db: Db,
  { table, label, matchStrategies }: RowParent,
  { key, field, same, find }: ParentAgreement,
): Promise<void> {
  const records = raw(`"${table}"`);
  const ways = matchStrategies.flatMap((way, place) => (way.key === key ? [place] : []));
  await db.execute(sql`
    CREATE TEMP TABLE doubtful ON COMMIT DROP AS
    SELECT s.* FROM staged s JOIN ${records} o ON o.id = s.customer_id
    WHERE s.owner_problem IS NULL AND s.owner_way <> ALL(${ways}::integer[])
      AND ${raw(`s."${key}"`)} IS NOT NULL AND NOT coalesce(${same}, false)`);
  await db.execute(sql`ANALYZE doubtful`);
  await db.execute(sql`
    UPDATE staged s SET owner_problem = 'two_customers', owner_field = ${field}, owner_choices = (
      SELECT string_agg(${raw(label)}, '; ' ORDER BY o.id <> s.customer_id, o.id)
      FROM ${records} o WHERE o.id IN (s.customer_id, other.id))
    FROM (
      SELECT w.line, min(w.id::text)::uuid AS id FROM (${find(sql`doubtful`)}) w (line, id)
      JOIN doubtful n ON n.line = w.line GROUP BY w.line HAVING NOT bool_or(w.id = n.customer_id)
    ) other WHERE other.line = s.line`);
  await db.execute(sql`DROP TABLE doubtful`);
}

/**
 * Stages the rows `r` of an import that can be imported (`staged`), with the record that each belongs to, the one
 * that it matches or was decided to match (`matched`), and its candidates (`undecided`), until the
 * transaction ends.
 */
export async function findRecords(
  db: Db,
  table: ImportTable,
  { importId, matchKey, rules }: ImportPlan,
  which: Sql,
): Promise<void> {
  const isAlone = matchKey !== "AUTO";
  const searches = table.matchStrategies
    .filter((strategy) => !isAlone || (strategy.matchKey ?? matchKey) === matchKey)
    .map(({ keys, find, mayDoubt }) => ({
      keys,
      find: (remaining: Sql) =>
        mayDoubt ? find(isAlone, remaining) : certain(find(isAlone, remaining)),
    }));
  await stage(db, table, importId, which);
  await findParents(db, table);
  await search(db, "matched_found", searches);
  await separateMatches(db);
  if (await findHolders(db, table, rules)) {
    await contestMatches(db);
    await addHolders(db, table, rules);
  }
  await applyDecisions(db);
}

/** Drops the matches, so that other rows can be staged. */
export async function forgetFound(db: Db): Promise<void> {
  await db.execute(
    sql`DROP TABLE IF EXISTS staged, parents, parents_found, matched, matched_found, undecided, holders`,
  );
}
