import sql, { empty, join, raw, type Sql } from "sql-template-tag";
import type { Db } from "../../../platform/database/db.js";
import {
  COLUMN_RULES,
  type ColumnRule,
  type ImportPlan,
} from "../../../platform/sheets/importer.js";
import {
  type ImportTable,
  quotedTable,
  type Refusal,
  recordColumns,
  writtenColumns,
} from "../../../platform/sheets/importTable.js";
import { findRecords } from "./find.js";
import { followFirst, gatherParts } from "./gatherParts.js";
import { findYielded, inUse, notKept, omitYielded, refused } from "./keyHolders.js";
import { findProposals } from "./proposals.js";
import { findRepeats } from "./repeats.js";
import { findTouched, linksOf } from "./touched.js";
import { compared, openRows } from "./undecided.js";

function changedColumns(table: ImportTable): Sql {
  const entries = writtenColumns(table).map(({ column }) => {
    const result = table.results?.[column];
    const after = result ? `(${result})` : `v."${column}"`;
    const isSaid = result ? "" : `v."${column}" IS NOT NULL AND `;
    return `'${column}', CASE WHEN ${isSaid}${after} IS DISTINCT FROM c."${column}"
      AND CASE rules.by_column->>'${column}' WHEN 'NEVER' THEN false
        WHEN 'FILL_BLANKS' THEN coalesce(to_jsonb(c."${column}"), 'null') IN ('null', '[]') ELSE true END
      THEN jsonb_build_array(c."${column}", ${after}) END`;
  });
  return join([raw(entries.join(", ")), ...(table.parts ?? []).map((part) => part.change)]);
}

// The first thing that a row may not change of its record, as an issue without its severity.
function refusalOf(refusals: readonly Refusal[]): Sql {
  if (refusals.length === 0) return sql`NULL::jsonb`;
  const cases = refusals.map(({ field, code, when, params = {} }) => {
    const named = Object.entries(params).map(([name, value]) => `'${name}', ${value}`);
    return `WHEN ${when} THEN jsonb_build_object('field', '${field}', 'code', '${code}', 'params', jsonb_build_object(${named.join(", ")}))`;
  });
  return raw(`CASE ${cases.join(" ")} END`);
}

// The rows that can be refused at all: mostly few, and to read the values of all takes long.
const anyKeyOf = (refusals: readonly Refusal[]): Sql =>
  raw(
    refusals.map(({ key }) => (key === undefined ? "true" : `s."${key}" IS NOT NULL`)).join(" OR "),
  );

// What each row would change of its match or candidates; nothing for a row without changes.
// And what rows may not change.
async function compare(db: Db, table: ImportTable, importId: string, rules: string): Promise<void> {
  const { refusals = [] } = table;
  await db.execute(
    sql`CREATE TEMP TABLE diffs (line integer, id uuid, changes jsonb, refusal jsonb) ON COMMIT DROP`,
  );
  await db.execute(sql`
    INSERT INTO diffs SELECT s.line, c.id, nullif(jsonb_strip_nulls(jsonb_build_object(${changedColumns(table)})), '{}'), ${refusalOf(refusals)}
    FROM ${compared} m JOIN staged s ON s.line = m.line JOIN ${quotedTable(table)} c ON c.id = m.id
    JOIN import_rows r ON r.import_id = ${importId}::uuid AND r.line = m.line
    CROSS JOIN LATERAL jsonb_to_record(r."values") AS v (${recordColumns(table)})
    CROSS JOIN (SELECT ${rules}::jsonb AS by_column) rules`);
  const ofNew = refusals.filter((refusal) => refusal.ofNew);
  if (ofNew.length > 0) {
    await db.execute(sql`
      INSERT INTO diffs SELECT n.line, NULL, NULL, n.refusal FROM (
        SELECT s.line, ${refusalOf(ofNew)} AS refusal
        FROM staged s LEFT JOIN matched m ON m.line = s.line LEFT JOIN ${quotedTable(table)} c ON false
        JOIN import_rows r ON r.import_id = ${importId}::uuid AND r.line = s.line
        CROSS JOIN LATERAL jsonb_to_record(r."values") AS v (${recordColumns(table)})
        WHERE m.line IS NULL AND (${anyKeyOf(ofNew)}) AND NOT EXISTS (SELECT 1 FROM undecided u WHERE u.line = s.line)
      ) n WHERE n.refusal IS NOT NULL`);
  }
  await db.execute(sql`ANALYZE diffs`);
}

/** The owner of a row's record, and the issues with it; nothing where records of the kind have none. */
function ownership({ parent }: ImportTable): { owner: Sql; problem: Sql; field: Sql } {
  if (!parent) return { owner: sql`NULL::uuid`, problem: sql`NULL::text`, field: sql`NULL::text` };
  const fields = Object.entries(parent.keys).map(
    ([key, field]) => `WHEN s."${key}" IS NOT NULL THEN '${field}'`,
  );
  return {
    field: raw(`coalesce(s.owner_field, CASE ${fields.join(" ")} END)`),
    owner: sql`coalesce(c.customer_id, s.customer_id)`,
    problem: sql`CASE WHEN c.id IS NULL THEN s.owner_problem
      WHEN s.owner_problem <> 'customer_required' THEN s.owner_problem
      WHEN s.customer_id <> c.customer_id THEN 'other_customer' END`,
  };
}

// Whether the row of a staged row `s` lacks everything that a new record should have.
function lackingOf({ newShouldHave }: ImportTable, importId: string): { test: Sql; join: Sql } {
  if (!newShouldHave) return { test: sql`false`, join: empty };
  return {
    test: sql`NOT ir."values" ?| ${newShouldHave.anyOf}::text[]`,
    join: sql`JOIN import_rows ir ON ir.import_id = ${importId}::uuid AND ir.line = s.line`,
  };
}

const issue = (field: Sql, code: Sql, severity: string, params: Sql): Sql =>
  sql`jsonb_build_array(jsonb_build_object('field', ${field}, 'code', ${code}, 'severity', ${severity}::text, 'params', ${params}))`;

// The strictest rule that a person set for a column or for those that it follows.
function rulesOfColumns(
  { follows = {} }: ImportTable,
  rules: Readonly<Record<string, ColumnRule>>,
): Record<string, ColumnRule> {
  const ruleOf = (column: string): ColumnRule | undefined => {
    const leader = follows[column];
    const both = [rules[column], leader === undefined ? undefined : ruleOf(leader)];
    return COLUMN_RULES.findLast((rule) => both.includes(rule));
  };
  const columns = [...Object.keys(rules), ...Object.keys(follows)];
  return Object.fromEntries(
    columns.flatMap((column) => {
      const rule = ruleOf(column);
      return rule === undefined ? [] : [[column, rule]];
    }),
  );
}

// A decision for a record that is no longer a candidate has to be made again.
async function forgetObsoleteDecisions(db: Db, importId: string): Promise<void> {
  await db.execute(sql`
    UPDATE import_rows r SET decision = NULL, decided_id = NULL FROM import_plan p
    WHERE p.import_id = ${importId}::uuid AND p.class = 'UNDECIDED'
      AND r.import_id = ${importId}::uuid AND r.line = p.line AND r.decision IS NOT NULL`);
}

/** Plans every row: a few statements over sets, however many rows. */
async function planRows(db: Db, table: ImportTable, plan: ImportPlan): Promise<void> {
  await findRecords(db, table, plan, sql`true`);
  await writePlan(db, table, plan, sql`true`);
}

/**
 * Plans the rows again that changed since, and those that they can affect: all of them where these
 * are many, or where it is not known which. Returns whether it was all.
 */
export async function planAnew(
  db: Db,
  table: ImportTable,
  { rules, ...others }: ImportPlan,
  changed: readonly number[] | null,
): Promise<boolean> {
  const plan = { ...others, rules: rulesOfColumns(table, rules) };
  await gatherParts(db, table, plan.importId);
  // What is proposed for one row is not left for another: all of them depend on one another.
  const isPart =
    changed !== null && !table.proposals && (await findTouched(db, table, plan, changed));
  if (isPart) await writePlan(db, table, plan, sql`r.line IN (SELECT line FROM touched)`);
  else await planRows(db, table, plan);
  return !isPart;
}

// Those rows `r` that are `which`; those of them that can be imported are staged.
async function writePlan(
  db: Db,
  table: ImportTable,
  { importId, rules }: ImportPlan,
  which: Sql,
): Promise<void> {
  const records = quotedTable(table);
  const { owner, problem, field } = ownership(table);
  const lacking = lackingOf(table, importId);
  await db.execute(
    sql`DELETE FROM import_plan r WHERE r.import_id = ${importId}::uuid AND ${which}`,
  );
  await findRepeats(db, table);
  await compare(db, table, importId, JSON.stringify(rules));
  await findYielded(db);
  const proposal = await findProposals(db, table, importId);
  await omitYielded(db);
  await db.execute(sql`
    INSERT INTO import_plan (import_id, line, class)
    SELECT import_id, line, CASE WHEN left_out THEN 'SKIPPED' ELSE 'ERROR' END
    FROM import_rows r WHERE r.import_id = ${importId}::uuid AND (r.faulty OR r.left_out) AND ${which}`);
  await db.execute(sql`
    INSERT INTO import_plan (import_id, line, class, record_id, record_version, parent_id, links, changes, candidates, proposal, issues)
    SELECT ${importId}::uuid, j.line, j.class,
      CASE j.class WHEN 'NEW' THEN uuid_v7() ELSE j.id END, j.version, j.owner, j.links,
      CASE j.class WHEN 'UPDATE' THEN j.changes END, CASE j.class WHEN 'UNDECIDED' THEN j.candidates END,
      CASE j.class WHEN 'NEW' THEN j.proposal END,
      CASE
        WHEN j.problem IS NOT NULL THEN ${issue(sql`j.field`, sql`j.problem`, "error", sql`jsonb_strip_nulls(jsonb_build_object('choices', j.choices))`)}
        WHEN j.refusal IS NOT NULL THEN ${issue(sql`j.refusal->'field'`, sql`j.refusal->'code'`, "error", sql`j.refusal->'params'`)}
        WHEN j.mistake IS NOT NULL THEN ${issue(sql`j.mistaken`, sql`j.mistake`, "error", sql`jsonb_build_object('line', j.repeats)`)}
        WHEN j.repeats IS NOT NULL THEN ${issue(sql`NULL`, sql`'duplicate_in_file'`, "warning", sql`jsonb_build_object('line', j.repeats)`)}
        WHEN j.class = 'UNDECIDED' THEN ${issue(sql`NULL`, sql`j.doubt`, "warning", sql`jsonb_build_object('count', j.candidate_count, 'name', j.candidate_names)`)}
          || coalesce(j.in_use, '[]')
        WHEN j.class = 'NEW' THEN nullif(
          CASE WHEN j.lacking THEN ${issue(sql`NULL`, sql`${table.newShouldHave?.code}::text`, "warning", sql`'{}'::jsonb`)} ELSE '[]' END
          || coalesce(j.not_kept, '[]'), '[]')
        ELSE j.not_kept
      END
    FROM (
      SELECT s.line, coalesce(c.id, o.harmless_id) AS id, c.version, ${lacking.test} AS lacking, ${owner} AS owner, ${problem} AS problem, ${field} AS field, s.owner_choices AS choices, ${linksOf(table)} AS links,
        rep.first AS repeats, rep.field AS mistaken, rep.code AS mistake, d.changes,
        y.issues AS not_kept, h.issues AS in_use,
        coalesce(o.code, ${proposal.doubt}) AS doubt, coalesce(o.candidates, ${proposal.candidates}) AS candidates,
        o.choices AS candidate_count, o.names AS candidate_names, ${proposal.own} AS proposal, coalesce(d.refusal, t.refusal) AS refusal,
        CASE WHEN ${problem} IS NOT NULL OR d.refusal IS NOT NULL OR t.refusal IS NOT NULL OR rep.code IS NOT NULL THEN 'ERROR'
          WHEN rep.first IS NOT NULL THEN 'DUPLICATE'
          WHEN o.harmless_id IS NOT NULL THEN 'UNCHANGED'
          WHEN o.line IS NOT NULL OR c.id IS NULL AND ${proposal.doubt} IS NOT NULL THEN 'UNDECIDED'
          WHEN c.id IS NULL THEN 'NEW'
          WHEN d.changes IS NULL THEN 'UNCHANGED' ELSE 'UPDATE' END AS class
      FROM staged s
      LEFT JOIN matched m ON m.line = s.line
      LEFT JOIN repeats rep ON rep.line = s.line
      LEFT JOIN ${records} c ON c.id = m.id
      LEFT JOIN diffs d ON d.line = s.line AND d.id IS NOT DISTINCT FROM m.id
      LEFT JOIN (${openRows(table)}) o ON o.line = s.line
      LEFT JOIN (${refused}) t ON t.line = s.line
      LEFT JOIN (${notKept}) y ON y.line = s.line
      LEFT JOIN (${inUse}) h ON h.line = s.line
      ${proposal.join}
      ${lacking.join}
      ORDER BY s.line
    ) j`);
  await followFirst(db, table, importId, which);
  await forgetObsoleteDecisions(db, importId);
}
