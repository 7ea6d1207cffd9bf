import sql, { raw, type Sql } from "sql-template-tag";
import type { Db } from "../../../platform/database/db.js";
import type { ColumnRule } from "../../../platform/sheets/importer.js";
import {
  type ImportTable,
  type OwnedKey,
  quotedTable,
} from "../../../platform/sheets/importTable.js";
import { compared } from "./undecided.js";

/** The columns that a row writes with a unique key; none where it is one of several, of which the others are written. */
export const columnsOfKey = (
  { follows = {} }: ImportTable,
  { column, columns, isOneOfSeveral }: OwnedKey,
): readonly string[] =>
  isOneOfSeveral
    ? []
    : (columns ?? [column, ...Object.keys(follows).filter((name) => follows[name] === column)]);

// The rows that would write such a key. The number of an existing record is never written, but
// a row that has the number of another live record contradicts its match all the same.
function counts(
  { column, ofNew, isLive, isOneOfSeveral }: OwnedKey,
  rules: Readonly<Record<string, ColumnRule>>,
): Sql {
  if (isOneOfSeveral)
    return sql`(m.line IS NULL OR ${JSON.stringify(rules)}::jsonb->>w.field IS DISTINCT FROM 'NEVER')`;
  const rule = rules[column];
  if (rule === "NEVER" || (ofNew && !isLive)) return sql`m.line IS NULL`;
  if (ofNew || rule !== "FILL_BLANKS") return sql`true`;
  return raw(`(m.line IS NULL OR c."${column}" IS NULL)`);
}

/**
 * Finds the records that already have a unique key of a row that matches another one, or none (`holders`).
 * Returns whether there are any.
 */
export async function findHolders(
  db: Db,
  table: ImportTable,
  rules: Readonly<Record<string, ColumnRule>>,
): Promise<boolean> {
  await db.execute(sql`
    CREATE TEMP TABLE holders (line integer, id uuid, name text, field text, code text, columns text[], is_live boolean)
    ON COMMIT DROP`);
  return (await addHolders(db, table, rules)) > 0;
}

/** Adds those that count since rows became undecided. Returns how many. */
export async function addHolders(
  db: Db,
  table: ImportTable,
  rules: Readonly<Record<string, ColumnRule>>,
): Promise<number> {
  let found = 0;
  for (const key of table.owned ?? []) {
    found += await db.execute(sql`
      INSERT INTO holders SELECT DISTINCT w.line, w.id, w.name, w.field, ${key.code}::text,
        ${columnsOfKey(table, key)}::text[], ${key.isLive ?? false}::boolean
      ${whoHas(table, key, rules)}`);
    if (db.isLimited) found += await addHidden(db, table, key, rules);
  }
  if (found > 0) await db.execute(sql`ANALYZE holders`);
  return found;
}

// The records `w` that have a key of a row and are not the one that it matches, except those that are known.
function whoHas(
  table: ImportTable,
  key: OwnedKey,
  rules: Readonly<Record<string, ColumnRule>>,
): Sql {
  const holders = key.isOneOfSeveral
    ? sql`(${key.find}) w (line, id, name, field)`
    : sql`(SELECT f.*, ${key.field}::text FROM (${key.find}) f) w (line, id, name, field)`;
  return sql`
    FROM ${holders} LEFT JOIN matched m ON m.line = w.line LEFT JOIN ${quotedTable(table)} c ON c.id = m.id
    WHERE w.id IS DISTINCT FROM m.id AND ${counts(key, rules)}
      AND NOT EXISTS (SELECT 1 FROM holders h WHERE h.line = w.line AND h.id = w.id AND h.field = w.field)`;
}

// A key of a record that the importer does not see is refused without naming the record.
function addHidden(
  db: Db,
  table: ImportTable,
  key: OwnedKey,
  rules: Readonly<Record<string, ColumnRule>>,
): Promise<number> {
  return db.within(null).execute(sql`
    INSERT INTO holders SELECT DISTINCT w.line, w.id, NULL, w.field, 'taken', ${columnsOfKey(table, key)}::text[], false
    ${whoHas(table, key, rules)}`);
}

/**
 * Finds which keys of rows are not written because another live record keeps them (`yielded`), for each record that
 * a row is compared with, and with a null `id` for rows that somebody decided to create.
 */
export async function findYielded(db: Db): Promise<void> {
  await db.execute(sql`
    CREATE TEMP TABLE yielded ON COMMIT DROP AS
    SELECT h.line, c.id, h.field, h.name, h.columns FROM holders h JOIN ${compared} c ON c.line = h.line
    WHERE h.is_live AND h.id <> c.id
    UNION ALL
    SELECT h.line, NULL, h.field, h.name, h.columns FROM holders h JOIN staged s ON s.line = h.line
    WHERE h.is_live AND s.decision = 'CREATE' AND NOT EXISTS (SELECT 1 FROM matched m WHERE m.line = h.line)`);
}

/** Removes the keys that are not written from the changes of rows (`diffs`). */
export async function omitYielded(db: Db): Promise<void> {
  await db.execute(sql`
    UPDATE diffs d SET changes = nullif(d.changes - y.columns, '{}') FROM (
      SELECT y.line, y.id, array_agg(u.written) AS columns FROM yielded y CROSS JOIN LATERAL unnest(y.columns) AS u (written)
      GROUP BY y.line, y.id
    ) y WHERE d.line = y.line AND d.id = y.id`);
}

// A key that another record keeps, as issues of a row.
const issuesOf = (from: Sql, code: string): Sql => sql`
  SELECT line, jsonb_agg(DISTINCT jsonb_build_object('field', field, 'code', ${code}::text, 'severity', 'warning',
    'params', jsonb_build_object('name', name))) AS issues
  FROM ${from} GROUP BY line`;

/** Selects `line` and `issues`: the keys that a row does not write to the record that it creates or changes. */
export const notKept: Sql = issuesOf(
  sql`(SELECT y.* FROM yielded y LEFT JOIN matched m ON m.line = y.line WHERE y.id IS NOT DISTINCT FROM m.id) y`,
  "id_not_kept",
);

/** Selects `line` and `issues`: the keys of an undecided row that only one of its candidates keeps. */
export const inUse: Sql = issuesOf(
  sql`(SELECT h.* FROM holders h WHERE h.is_live AND h.line IN (SELECT line FROM undecided)) h`,
  "key_in_use",
);

/** Selects `line` and `refusal`, an issue without its severity: rows that fail because a record in the trash has their key. */
export const refused: Sql = sql`
  SELECT DISTINCT ON (line) line,
    jsonb_build_object('field', field, 'code', code, 'params', jsonb_build_object('name', name)) AS refusal
  FROM holders WHERE NOT is_live ORDER BY line, field`;
