import sql from "sql-template-tag";
import type { Db } from "../../../platform/database/db.js";
import { FOOTER } from "../check/staging.js";
import type { ImportCounts, ImportResult } from "../import.entity.js";
import { outcomeOf } from "../run/importOutcome.js";
import type { StoredProblemSum } from "../storedImport.js";

/** The number of rows of each class in the plan of an import. */
export async function countClasses(db: Db, importId: string): Promise<ImportCounts> {
  const counts = await db.row<ImportCounts>(sql`
    SELECT count(*)::int AS total, count(*) FILTER (WHERE class = 'NEW')::int AS new,
      count(*) FILTER (WHERE class = 'UPDATE')::int AS update,
      count(*) FILTER (WHERE class = 'UNCHANGED')::int AS unchanged,
      count(*) FILTER (WHERE class = 'DUPLICATE')::int AS duplicate,
      count(*) FILTER (WHERE class = 'UNDECIDED')::int AS undecided,
      count(*) FILTER (WHERE class = 'ERROR')::int AS error,
      count(*) FILTER (WHERE class = 'SKIPPED')::int AS "skipped",
      count(*) FILTER (WHERE class = 'LINE')::int AS lines
    FROM import_plan WHERE import_id = ${importId}::uuid`);
  if (!counts) throw new Error("a count has one row");
  return counts;
}

/** The results of the rows of an import so far. */
export async function countOutcomes(db: Db, importId: string): Promise<ImportResult> {
  const result = await db.row<ImportResult>(sql`
    SELECT count(*) FILTER (WHERE o = 'CREATED')::int AS created, count(*) FILTER (WHERE o = 'UPDATED')::int AS updated,
      count(*) FILTER (WHERE o = 'UNCHANGED')::int AS unchanged, count(*) FILTER (WHERE o = 'SKIPPED')::int AS skipped,
      count(*) FILTER (WHERE o = 'FAILED')::int AS failed,
      count(*) FILTER (WHERE o = 'LINE')::int AS lines
    FROM (SELECT ${outcomeOf} AS o FROM import_plan p JOIN imports i ON i.id = p.import_id
      WHERE p.import_id = ${importId}::uuid) outcomes`);
  if (!result) throw new Error("a count has one row");
  return result;
}

/** The issues of the rows to import, by code and field, the most frequent first. */
export async function sumProblems(db: Db, importId: string): Promise<StoredProblemSum[]> {
  return db.rows<StoredProblemSum>(sql`
    SELECT x->>'code' AS code, x->>'field' AS field, (x->'column')::int AS "column", x->>'severity' AS severity, count(*)::int AS rows
    FROM (
      SELECT x FROM import_rows CROSS JOIN LATERAL jsonb_array_elements(issues) x
      WHERE import_id = ${importId}::uuid AND issues IS NOT NULL AND (NOT left_out OR x->>'code' = ${FOOTER})
      UNION ALL
      SELECT jsonb_array_elements(issues) FROM import_plan WHERE import_id = ${importId}::uuid AND issues IS NOT NULL
    ) found GROUP BY 1, 2, 3, 4 ORDER BY 5 DESC, 1, 2, 3 NULLS FIRST`);
}
