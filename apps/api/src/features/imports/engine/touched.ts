import sql, { empty, raw, type Sql } from "sql-template-tag";
import type { Db } from "../../../platform/database/db.js";
import type { ImportPlan } from "../../../platform/sheets/importer.js";
import {
  type ImportTable,
  quotedTable,
  type UniqueInFile,
} from "../../../platform/sheets/importTable.js";
import { findRecords, forgetFound } from "./find.js";

/** Where more rows depend on one another, all are planned again. */
const MAX_TOUCHED = 1_000;
const MAX_ROUNDS = 8;

const linksOfEach = ({ keys, each }: UniqueInFile, at: number): string => `ARRAY(
  SELECT hashtext('${at}' || (${each})::text) FROM jsonb_array_elements(s."${keys[0]}"::jsonb) AS x (item))`;

/**
 * What a staged row `s` has in common with the rows that it affects, or that affect it: a hash for
 * each set of keys. A collision only plans other rows again without need.
 */
export function linksOf({ noRepeats, competingKeys = [] }: ImportTable): Sql {
  // Rows that share all keys of a set share those of a smaller one.
  const isCovered = ({ keys, amongNew }: UniqueInFile) =>
    amongNew &&
    noRepeats.some(
      (other) =>
        other.amongNew &&
        other.keys.length < keys.length &&
        other.keys.every((key) => keys.includes(key)),
    );
  const sets = [
    ...noRepeats.filter((set) => !isCovered(set)),
    ...competingKeys.map((keys): UniqueInFile => ({ keys })),
  ];
  const each = sets.flatMap((set, at) => (set.each ? [linksOfEach(set, at)] : []));
  const links = sets.flatMap(({ keys, amongNew, each, otherPlace }, at) => {
    if (each) return [];
    return [keys, ...(otherPlace ? [otherPlace] : [])].map((place) => {
      const text = place.map((key) => `coalesce(s."${key}"::text, '')`).join(" || '\u0001' || ");
      const link = `hashtext('${at}' || ${text})`;
      const isThere = `num_nulls(${place.map((key) => `s."${key}"`).join(", ")}) = 0`;
      return amongNew ? link : `CASE WHEN ${isThere} THEN ${link} END`;
    });
  });
  return raw([`array_remove(ARRAY[${links.join(", ")}]::integer[], NULL)`, ...each].join(" || "));
}

// Rows of one owner affect one another where only one of them can have a flag.
const siblings = (table: ImportTable, importId: string): Sql => sql`
  UNION SELECT p.line FROM import_plan p WHERE p.import_id = ${importId}::uuid AND p.parent_id IN (
    SELECT coalesce(c.customer_id, s.customer_id) FROM staged s LEFT JOIN matched m ON m.line = s.line
    LEFT JOIN ${quotedTable(table)} c ON c.id = m.id
    UNION SELECT o.parent_id FROM import_plan o JOIN touched t ON t.line = o.line WHERE o.import_id = ${importId}::uuid)`;

/**
 * Finds the rows that a change of some of them can affect (`touched`), by what they had in common before and
 * have now: keys, records, and owners where these matter. They are staged. Returns false, with none staged,
 * where there are too many.
 */
export async function findTouched(
  db: Db,
  table: ImportTable,
  plan: ImportPlan,
  changed: readonly number[],
): Promise<boolean> {
  const { importId } = plan;
  await db.execute(sql`CREATE TEMP TABLE touched (line integer PRIMARY KEY) ON COMMIT DROP`);
  let added = await db.execute(
    sql`INSERT INTO touched SELECT DISTINCT line FROM unnest(${changed}::integer[]) x (line)`,
  );
  let all = added;
  for (let round = 0; all <= MAX_TOUCHED && round < MAX_ROUNDS; round += 1) {
    await findRecords(db, table, plan, sql`r.line IN (SELECT line FROM touched)`);
    added = await db.execute(sql`
      WITH before AS MATERIALIZED (
        SELECT o.links, o.record_id FROM import_plan o JOIN touched t ON t.line = o.line WHERE o.import_id = ${importId}::uuid
      ), wanted AS MATERIALIZED (
        SELECT unnest(links) AS link FROM before UNION SELECT unnest(${linksOf(table)}) FROM staged s
      )
      INSERT INTO touched
      SELECT p.line FROM import_plan p CROSS JOIN LATERAL unnest(p.links) l (link)
      WHERE p.import_id = ${importId}::uuid AND l.link IN (SELECT link FROM wanted)
      UNION SELECT p.line FROM import_plan p WHERE p.import_id = ${importId}::uuid AND p.record_id IN (
        SELECT record_id FROM before UNION SELECT id FROM matched)
      ${table.exclusiveFlag ? siblings(table, importId) : empty}
      ON CONFLICT DO NOTHING`);
    if (added === 0) return true;
    all += added;
    await forgetFound(db);
  }
  return false;
}
