import sql, { join, raw, type Sql } from "sql-template-tag";
import type { RowClass, RowOutcome } from "../review/importRow.type.js";

const ENDED = "('DONE', 'CANCELLED', 'FAILED', 'UNDOING', 'UNDONE')";

// The outcome of a row after the import has reached its line, and where the import ended before it.
const REACHED: Record<RowClass, RowOutcome> = {
  NEW: "CREATED",
  UPDATE: "UPDATED",
  UNCHANGED: "UNCHANGED",
  DUPLICATE: "SKIPPED",
  UNDECIDED: "SKIPPED",
  ERROR: "FAILED",
  SKIPPED: "SKIPPED",
  LINE: "LINE",
};

const byClass = Object.entries(REACHED)
  .map(([name, outcome]) => `WHEN '${name}' THEN '${outcome}'`)
  .join(" ");

/**
 * The outcome of a row `p` of the plan of an import `i`; null until the import has reached it. Only deviations from the
 * plan are stored with the row; the rest follows from its class and its line.
 */
export const outcomeOf: Sql = raw(`coalesce(p.outcome, CASE
  WHEN p.line <= i.applied_line THEN CASE p.class ${byClass} END
  WHEN i.status IN ${ENDED} THEN CASE p.class WHEN 'ERROR' THEN 'FAILED' ELSE 'SKIPPED' END END)`);

/** The rows with one of these outcomes, selected by indexed conditions. */
export function hasOutcome(outcomes: readonly RowOutcome[]): Sql {
  const classes = Object.entries(REACHED).flatMap(([name, outcome]) =>
    outcomes.includes(outcome) ? [name] : [],
  );
  const late = sql`i.status IN ${raw(ENDED)} AND p.line > i.applied_line`;
  const either: Sql[] = [
    sql`p.outcome = ANY(${outcomes}::text[])`,
    sql`p.outcome IS NULL AND p.line <= i.applied_line AND p.class = ANY(${classes}::text[])`,
  ];
  if (outcomes.includes("FAILED"))
    either.push(sql`p.outcome IS NULL AND ${late} AND p.class = 'ERROR'`);
  if (outcomes.includes("SKIPPED"))
    either.push(sql`p.outcome IS NULL AND ${late} AND p.class <> 'ERROR'`);
  return sql`(${join(
    either.map((one) => sql`(${one})`),
    " OR ",
  )})`;
}
