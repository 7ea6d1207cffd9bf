import sql, { raw, type Sql } from "sql-template-tag";
import type { Db } from "../../../platform/database/db.js";
import type { ImportTable, PlanRange } from "../../../platform/sheets/importTable.js";

/** Groups the rows of an import that are parts of one record, or groups them again; others stay as they are. */
export async function gatherParts(
  db: Db,
  { gathering }: ImportTable,
  importId: string,
): Promise<void> {
  if (!gathering) return;
  const any = await db.row(sql`
    SELECT 1 FROM import_rows r WHERE r.import_id = ${importId}::uuid AND r."values" ? 'part' LIMIT 1`);
  if (!any) return;
  const agrees = gathering.same
    .map((name) => `coalesce(n.v->'${name}' = n.first->'${name}', true)`)
    .join(" AND ");
  const computed = ["parts", "part_of", "faulty_part", ...gathering.onlySums];
  await db.execute(sql`
    WITH rows AS (
      SELECT r.line, r.faulty, r."values" - ${computed}::text[] AS v
      FROM import_rows r WHERE r.import_id = ${importId}::uuid AND NOT r.left_out AND r."values" ? 'number'
    ), numbered AS (
      SELECT line, faulty, v, first_value(line) OVER w AS head, first_value(v) OVER w AS first
      FROM rows WINDOW w AS (PARTITION BY ${raw(gathering.together.join(", "))} ORDER BY line)
    ), placed AS (
      -- A row that says otherwise belongs to none but itself.
      SELECT n.line, n.faulty, n.v, CASE WHEN ${raw(agrees)} THEN n.head ELSE n.line END AS head FROM numbered n
    ), gathered AS (
      SELECT head, jsonb_agg(v->'part' ORDER BY line) FILTER (WHERE v ? 'part') AS parts,
        min(line) FILTER (WHERE faulty AND line <> head) AS faulty
      FROM placed GROUP BY head
    )
    UPDATE import_rows r SET "values" = w.v FROM (
      SELECT p.line, CASE
        WHEN p.line <> p.head THEN p.v - 'total' || jsonb_build_object('part_of', p.head)
        WHEN g.parts IS NULL THEN p.v
        ELSE p.v || jsonb_build_object('parts', g.parts)
          || (SELECT ${raw(gathering.sums)} FROM (SELECT g.parts) AS s (parts))
          || jsonb_strip_nulls(jsonb_build_object('faulty_part', g.faulty)) END AS v
      FROM placed p JOIN gathered g ON g.head = p.head
      WHERE g.parts IS NOT NULL
    ) w WHERE r.import_id = ${importId}::uuid AND r.line = w.line AND r."values" IS DISTINCT FROM w.v`);
}

/** Copies the plan of a record's first row to its further parts, for rows `r` that are `which`. */
export async function followFirst(
  db: Db,
  { gathering }: ImportTable,
  importId: string,
  which: Sql,
): Promise<void> {
  if (!gathering) return;
  // The relation between rows has no statistics: the few that are parts are selected first, to be joined by line.
  await db.execute(sql`
    WITH parts AS MATERIALIZED (
      SELECT r.line, r."values", (r."values"->>'part_of')::int AS head FROM import_rows r
      WHERE r.import_id = ${importId}::uuid AND NOT (r.faulty OR r.left_out) AND r."values" ? 'part_of' AND ${which}
    ), heads AS MATERIALIZED (
      SELECT h.line, h.class, h.record_id, h.parent_id, h.issues, hr."values"
      FROM (SELECT DISTINCT head FROM parts) p
      CROSS JOIN LATERAL (
        SELECT * FROM import_plan WHERE import_id = ${importId}::uuid AND line = p.head OFFSET 0) h
      CROSS JOIN LATERAL (
        SELECT * FROM import_rows WHERE import_id = ${importId}::uuid AND line = p.head OFFSET 0) hr
    )
    UPDATE import_plan f SET
      class = CASE WHEN h.class = 'NEW' THEN 'LINE' WHEN h.class IN ('ERROR', 'DUPLICATE', 'UNDECIDED') THEN h.class ELSE 'UNCHANGED' END,
      record_id = CASE WHEN h.class IN ('NEW', 'UPDATE', 'UNCHANGED') THEN h.record_id END,
      record_version = NULL, parent_id = h.parent_id, changes = NULL,
      issues = CASE h.class
        WHEN 'ERROR' THEN jsonb_build_array(jsonb_build_object('field', NULL, 'code', 'record_with_mistake',
          'severity', 'error', 'params', jsonb_build_object('line', h.line)))
        WHEN 'DUPLICATE' THEN h.issues
        WHEN 'UNDECIDED' THEN h.issues
        ELSE (SELECT jsonb_agg(jsonb_build_object('field', o.value, 'code', 'value_not_kept', 'severity', 'warning', 'value', x.value))
          FROM jsonb_each_text(${JSON.stringify(gathering.ofFirst)}::jsonb) o JOIN jsonb_each_text(r."values") x ON x.key = o.key
          WHERE x.value IS DISTINCT FROM h."values"->>x.key) END
    FROM parts r JOIN heads h ON h.line = r.head
    WHERE f.import_id = ${importId}::uuid AND f.line = r.line`);
}

const firstIn = ({ importId, from, to }: PlanRange): Sql => sql`
  f.import_id = ${importId}::uuid AND f.class = 'LINE' AND h.import_id = ${importId}::uuid AND h.class = 'NEW'
  AND h.record_id = f.record_id AND h.line BETWEEN ${from} AND ${to}`;

/** The last line beyond these of a further part of one of their records; null where there is none. */
export async function lastPart(
  db: Db,
  { gathering }: ImportTable,
  range: PlanRange,
): Promise<number | null> {
  if (!gathering) return null;
  const found = await db.row<{ line: number | null }>(sql`
    SELECT max(f.line) AS line FROM import_plan f, import_plan h WHERE ${firstIn(range)} AND f.line > ${range.to}`);
  return found?.line ?? null;
}

/** Copies the outcome of the first row to the further parts of records that were not created after all. */
export async function shareOutcome(
  db: Db,
  { gathering }: ImportTable,
  range: PlanRange,
): Promise<void> {
  if (!gathering) return;
  await db.execute(sql`
    UPDATE import_plan f SET outcome = h.outcome, issues = h.issues
    FROM import_plan h WHERE ${firstIn(range)} AND h.outcome IS NOT NULL AND f.outcome IS NULL`);
}
