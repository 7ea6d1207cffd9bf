import sql, { raw, type Sql } from "sql-template-tag";
import type { Db } from "../../../platform/database/db.js";
import { type ImportTable, quotedTable } from "../../../platform/sheets/importTable.js";

/** So many of the records that a row may mean are offered. */
const MAX_CANDIDATES = 5;

/**
 * Splits what was found for each row (`matched_found`) into the one record that it certainly means (`matched`)
 * and the records among which somebody has to decide (`undecided`). Decisions that were made count as long as
 * the record that was chosen is still one of them.
 */
export async function settleMatches(db: Db): Promise<void> {
  await db.execute(sql`
    CREATE TEMP TABLE matched ON COMMIT DROP AS
    SELECT line, min(id::text)::uuid AS id, count(*)::integer AS matches FROM matched_found
    WHERE doubt IS NULL GROUP BY line`);
  await db.execute(sql`
    CREATE TEMP TABLE undecided ON COMMIT DROP AS
    SELECT f.line, f.id, coalesce(f.doubt, 'ambiguous') AS code, (count(*) OVER (PARTITION BY f.line))::integer AS choices,
      row_number() OVER (PARTITION BY f.line ORDER BY f.id) AS place
    FROM matched_found f LEFT JOIN matched m ON m.line = f.line
    WHERE m.line IS NULL OR (m.matches > 1 AND f.doubt IS NULL)`);
  await db.execute(sql`DELETE FROM matched WHERE matches > 1`);
  await db.execute(sql`
    INSERT INTO matched SELECT u.line, u.id, 1 FROM undecided u JOIN staged s ON s.line = u.line
    WHERE s.decision = 'UPDATE' AND s.decided_id = u.id`);
  await db.execute(sql`
    DELETE FROM undecided u USING staged s WHERE s.line = u.line
      AND (s.decision = 'CREATE' OR EXISTS (SELECT 1 FROM matched m WHERE m.line = u.line))`);
  await db.execute(sql`CREATE INDEX ON matched (id)`);
  await db.execute(sql`ANALYZE matched`);
  await db.execute(sql`ANALYZE undecided`);
}

/** The records that rows are compared with: `line` and `id`, the candidates of undecided rows among them. */
export const compared: Sql = sql`(
  SELECT line, id FROM matched UNION ALL SELECT line, id FROM undecided WHERE place <= ${MAX_CANDIDATES})`;

/**
 * Selects the undecided rows: `line`, why (`code`), how many records each may mean (`choices`), what these are
 * called (`names`), what it would change of them (`candidates`), and the record that it repeats without
 * changing anything (`harmless_id`).
 */
export function openRows(table: ImportTable): Sql {
  const name = raw(table.label);
  return sql`
    SELECT u.line, min(u.code) AS code, min(u.choices) AS choices, string_agg(${name}, '; ' ORDER BY u.place) AS names,
      jsonb_agg(jsonb_build_object('id', u.id, 'changes', d.changes) ORDER BY u.place) AS candidates,
      CASE WHEN min(u.choices) = 1 AND min(u.code) = ${table.harmlessDoubt ?? null}::text AND NOT bool_or(d.changes IS NOT NULL)
        THEN min(u.id::text)::uuid END AS harmless_id
    FROM undecided u JOIN ${quotedTable(table)} o ON o.id = u.id LEFT JOIN diffs d ON d.line = u.line AND d.id = u.id
    WHERE u.place <= ${MAX_CANDIDATES} GROUP BY u.line`;
}
