import sql, { raw, type Sql } from "sql-template-tag";
import type { Db } from "../../../platform/database/db.js";
import { type ImportTable, quotedTable } from "../../../platform/sheets/importTable.js";

/** The maximum number of candidates of a row. */
const MAX_CANDIDATES = 5;

/**
 * Splits what was found for each row (`matched_found`) into the one record that it certainly matches (`matched`)
 * and the candidates among which somebody has to decide (`undecided`).
 */
export async function separateMatches(db: Db): Promise<void> {
  await db.execute(sql`
    CREATE TEMP TABLE matched ON COMMIT DROP AS
    SELECT line, min(id::text)::uuid AS id FROM matched_found
    GROUP BY line HAVING count(*) = 1 AND bool_and(doubt IS NULL)`);
  await db.execute(sql`CREATE INDEX ON matched (id)`);
  await db.execute(sql`ANALYZE matched`);
  await db.execute(sql`
    CREATE TEMP TABLE undecided ON COMMIT DROP AS
    SELECT f.line, f.id, CASE WHEN min(f.strategy) OVER w < max(f.strategy) OVER w THEN 'keys_disagree'
        ELSE coalesce(f.doubt, 'ambiguous') END AS code, (count(*) OVER w)::integer AS choices,
      row_number() OVER (PARTITION BY f.line ORDER BY f.strategy, f.id) AS place
    FROM matched_found f WHERE NOT EXISTS (SELECT 1 FROM matched m WHERE m.line = f.line)
    WINDOW w AS (PARTITION BY f.line)`);
  await db.execute(sql`ANALYZE undecided`);
}

/**
 * Makes rows undecided that have a unique key of another record than the one that they match: the record that
 * has the key (`holders`) becomes another candidate.
 */
export async function contestMatches(db: Db): Promise<void> {
  await db.execute(sql`
    CREATE TEMP TABLE contested ON COMMIT DROP AS
    SELECT DISTINCT h.line, h.id FROM holders h
    WHERE h.is_live AND NOT EXISTS (SELECT 1 FROM undecided u WHERE u.line = h.line AND u.id = h.id)`);
  const lines = sql`(SELECT line FROM contested)`;
  await db.execute(sql`
    INSERT INTO undecided (line, id, place) SELECT line, id, 0 FROM matched WHERE line IN ${lines}
    UNION ALL SELECT line, id, ${MAX_CANDIDATES}::bigint FROM contested`);
  await db.execute(sql`DELETE FROM matched WHERE line IN ${lines}`);
  await db.execute(sql`
    UPDATE undecided u SET place = n.place, choices = n.choices,
      code = CASE WHEN n.choices = 1 THEN 'key_of_another' ELSE 'keys_disagree' END
    FROM (
      SELECT line, id, row_number() OVER (PARTITION BY line ORDER BY place, id) AS place,
        (count(*) OVER (PARTITION BY line))::integer AS choices
      FROM undecided WHERE line IN ${lines}
    ) n WHERE u.line = n.line AND u.id = n.id`);
  await db.execute(sql`DROP TABLE contested`);
}

/** Moves rows from `undecided` to `matched` as was decided, as long as the chosen record is still a candidate. */
export async function applyDecisions(db: Db): Promise<void> {
  const moved = await db.execute(sql`
    INSERT INTO matched SELECT u.line, u.id FROM undecided u JOIN staged s ON s.line = u.line
    WHERE s.decision = 'UPDATE' AND s.decided_id = u.id`);
  await db.execute(sql`
    DELETE FROM undecided u USING staged s WHERE s.line = u.line
      AND (s.decision = 'CREATE' OR EXISTS (SELECT 1 FROM matched m WHERE m.line = u.line))`);
  if (moved > 0) await db.execute(sql`ANALYZE matched`);
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
