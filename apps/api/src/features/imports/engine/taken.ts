import sql, { empty, raw, type Sql } from "sql-template-tag";
import type { Db } from "../../../platform/database/db.js";
import type { ColumnRule } from "../../../platform/sheets/importer.js";
import {
  type ImportTable,
  type OwnedKey,
  quotedTable,
} from "../../../platform/sheets/importTable.js";

// Which of the rows that have such a key would write it.
function wouldWrite({ column, ofNew }: OwnedKey, rule: ColumnRule | undefined): Sql {
  if (ofNew || rule === "NEVER") return sql`m.line IS NULL`;
  return rule === "FILL_BLANKS" ? raw(`(m.line IS NULL OR c."${column}" IS NULL)`) : sql`true`;
}

// Rows that nobody decided on yet can still find the record that has it, and a new one can do without it.
const yielding = sql`(EXISTS (SELECT 1 FROM undecided u WHERE u.line = w.line) OR s.decision IS NOT DISTINCT FROM 'CREATE' AND m.line IS NULL)`;

/**
 * Finds the rows that would give a record what another one has already (`taken`), as an issue without its severity;
 * and those that were decided to create a record, which goes in without it (`yielded`), with the field.
 */
export async function findTaken(
  db: Db,
  table: ImportTable,
  rules: Readonly<Record<string, ColumnRule>>,
): Promise<void> {
  await db.execute(sql`CREATE TEMP TABLE taken (line integer, refusal jsonb) ON COMMIT DROP`);
  await db.execute(sql`CREATE TEMP TABLE yielded (line integer, field text) ON COMMIT DROP`);
  for (const key of table.owned ?? []) {
    await db.execute(sql`
      INSERT INTO taken SELECT DISTINCT ON (w.line) w.line,
        jsonb_build_object('field', ${key.field}::text, 'code', ${key.code}::text, 'params', jsonb_build_object('name', w.name))
      FROM (${key.find}) w (line, id, name) JOIN staged s ON s.line = w.line
      LEFT JOIN matched m ON m.line = w.line LEFT JOIN ${quotedTable(table)} c ON c.id = m.id
      WHERE w.id IS DISTINCT FROM m.id AND ${wouldWrite(key, rules[key.column])}
        AND NOT EXISTS (SELECT 1 FROM taken t WHERE t.line = w.line) ${key.yields ? sql`AND NOT ${yielding}` : empty}
      ORDER BY w.line`);
    if (!key.yields) continue;
    await db.execute(sql`
      INSERT INTO yielded SELECT DISTINCT w.line, ${key.field}::text
      FROM staged s JOIN (${key.find}) w (line, id, name) ON w.line = s.line
      WHERE s.decision = 'CREATE' AND NOT EXISTS (SELECT 1 FROM matched m WHERE m.line = s.line)`);
  }
  await db.execute(sql`ANALYZE taken`);
}
