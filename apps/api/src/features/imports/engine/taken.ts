import sql, { raw, type Sql } from "sql-template-tag";
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

/** Finds the rows that would give a record what another one has already (`taken`), as an issue without its severity. */
export async function findTaken(
  db: Db,
  table: ImportTable,
  rules: Readonly<Record<string, ColumnRule>>,
): Promise<void> {
  await db.execute(sql`CREATE TEMP TABLE taken (line integer, refusal jsonb) ON COMMIT DROP`);
  for (const key of table.owned ?? []) {
    await db.execute(sql`
      INSERT INTO taken SELECT DISTINCT ON (w.line) w.line,
        jsonb_build_object('field', ${key.field}::text, 'code', ${key.code}::text, 'params', jsonb_build_object('name', w.name))
      FROM (${key.find}) w (line, id, name)
      LEFT JOIN matched m ON m.line = w.line LEFT JOIN ${quotedTable(table)} c ON c.id = m.id
      WHERE w.id IS DISTINCT FROM m.id AND ${wouldWrite(key, rules[key.column])}
        AND NOT EXISTS (SELECT 1 FROM taken t WHERE t.line = w.line)
      ORDER BY w.line`);
  }
  await db.execute(sql`ANALYZE taken`);
}
