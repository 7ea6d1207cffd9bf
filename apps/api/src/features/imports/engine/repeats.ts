import sql, { empty, join, raw, type Sql } from "sql-template-tag";
import type { Db } from "../../../platform/database/db.js";
import type { ImportTable, UniqueInFile } from "../../../platform/sheets/importTable.js";
import { named } from "./find.js";

const equal = (keys: readonly string[]): Sql =>
  raw(keys.map((key) => `s."${key}" IS NOT DISTINCT FROM g."${key}"`).join(" AND "));

// Equality allows a hash join; `equal` distinguishes rows with missing keys.
const hashed = (keys: readonly string[]): Sql =>
  raw(
    `(${keys.map((key) => `coalesce(s."${key}"::text, '')`).join(", ")}) = (${keys.map((key) => `coalesce(g."${key}"::text, '')`).join(", ")})`,
  );

const present = (alias: string, keys: readonly string[]): Sql =>
  keys.length > 0 ? sql`num_nulls(${named(alias, keys)}) = 0` : sql`true`;

function repeatsBy(set: UniqueInFile): Sql {
  if (set.otherPlace) return repeatsInPlaces(set, set.otherPlace);
  return set.each ? repeatsByEach(set.keys, set.each) : repeatsByAll(set);
}

// Mostly no row has anything in the second place, and nothing is compared.
function repeatsInPlaces(set: UniqueInFile, otherPlace: readonly string[]): Sql {
  const { keys, mistake, mistakeInPlaces } = set;
  const { when = "false", otherField } = mistakeInPlaces ?? {};
  const isMistake = raw(when);
  const inSecond = sql`SELECT ${named("o", otherPlace)} FROM staged o WHERE ${present("o", otherPlace)}`;
  return sql`
    SELECT s.line, r.first, CASE WHEN ${isMistake} THEN r.field END, CASE WHEN ${isMistake} THEN ${mistake?.code}::text END
    FROM (
      SELECT x.line, x.field, min(x.line) OVER (PARTITION BY ${named("x", keys)}) AS first FROM (
        SELECT s.line, ${mistake?.field}::text AS field, ${named("s", keys)} FROM staged s
        WHERE (${named("s", keys)}) IN (${inSecond})
        UNION ALL SELECT s.line, ${otherField}::text, ${named("s", otherPlace)} FROM staged s WHERE ${present("s", otherPlace)}
      ) x
    ) r JOIN staged s ON s.line = r.line JOIN staged g ON g.line = r.first WHERE r.line > r.first`;
}

const repeatsByEach = (keys: readonly string[], each: string): Sql => sql`
  SELECT r.line, min(r.first), NULL::text, NULL::text FROM (
    SELECT s.line, min(s.line) OVER (PARTITION BY ${raw(each)}) AS first
    FROM staged s CROSS JOIN LATERAL jsonb_array_elements(${named("s", keys)}::jsonb) AS x (item)
  ) r WHERE r.line > r.first GROUP BY r.line`;

function repeatsByAll({ keys, amongNew, given = [], without, mistake }: UniqueInFile): Sql {
  const from = raw(amongNew ? "namesakes" : "staged");
  const needed = amongNew ? given : keys;
  const hasMore = without ? sql`num_nonnulls(${named("s", without)}) > 0` : sql`true`;
  return sql`
    SELECT s.line, g.first, ${mistake?.field}::text, ${mistake?.code}::text FROM ${from} s JOIN (
      SELECT ${named("s", keys)}, coalesce(min(s.line) FILTER (WHERE ${hasMore}), min(s.line)) AS first
      FROM ${from} s WHERE ${present("s", needed)} GROUP BY ${named("s", keys)} HAVING count(*) > 1
    ) g ON ${hashed(keys)} AND ${equal(keys)}
    WHERE ${without ? sql`s.line <> g.first AND NOT (${hasMore})` : sql`s.line > g.first`}`;
}

// Only rows that share the first key with another can repeat it, and they are mostly few.
async function findNamesakes(db: Db, { noRepeats }: ImportTable): Promise<void> {
  const shared = [
    ...new Set(noRepeats.flatMap(({ amongNew, keys }) => (amongNew ? keys.slice(0, 1) : []))),
  ];
  if (shared.length === 0) return;
  const isShared = shared.map((key) => {
    const name = raw(`"${key}"`);
    return sql`s.${name} IN (SELECT n.${name} FROM staged n GROUP BY n.${name} HAVING count(*) > 1)`;
  });
  await db.execute(sql`
    CREATE TEMP TABLE namesakes ON COMMIT DROP AS
    SELECT s.* FROM staged s WHERE (${join(isShared, " OR ")}) AND NOT EXISTS (SELECT 1 FROM matched m WHERE m.line = s.line)`);
  await db.execute(sql`ANALYZE namesakes`);
}

/** Finds the rows that repeat a record (`repeats`), with the row that they repeat. */
export async function findRepeats(db: Db, table: ImportTable): Promise<void> {
  const { noRepeats } = table;
  await findNamesakes(db, table);
  await db.execute(sql`
    CREATE TEMP TABLE repeats ON COMMIT DROP AS
    SELECT DISTINCT ON (line) line, first, field, code FROM (
      SELECT m.line, g.first, NULL::text AS field, NULL::text AS code FROM matched m JOIN (
        SELECT id, min(line) AS first FROM matched GROUP BY id HAVING count(*) > 1
      ) g ON g.id = m.id WHERE m.line > g.first
      ${noRepeats.length > 0 ? sql`UNION ALL ${join(noRepeats.map(repeatsBy), " UNION ALL ")}` : empty}
    ) all_repeats ORDER BY line, code NULLS FIRST, first`);
  await db.execute(sql`ANALYZE repeats`);
}
