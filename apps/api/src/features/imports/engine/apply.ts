import sql, { empty, raw, type Sql } from "sql-template-tag";
import type { Context } from "../../../platform/context.js";
import { tableOf } from "../../../platform/database/columns.js";
import {
  brokenUniqueIndex,
  crowdedList,
  isUnwritable,
} from "../../../platform/database/constraints.js";
import type { Db } from "../../../platform/database/db.js";
import { MAX_PARTS } from "../../../platform/records/parts.js";
import {
  type ImportTable,
  type PlanRange,
  propertyOf,
  quotedTable,
  recordColumns,
  type WrittenColumn,
  writtenColumns,
} from "../../../platform/sheets/importTable.js";
import { givesUp } from "./exclusiveFlag.js";
import { shareOutcome } from "./gatherParts.js";
import { columnsOfKey } from "./keyHolders.js";

const within = ({ importId, from, to }: PlanRange): Sql =>
  sql`p.import_id = ${importId}::uuid AND p.line BETWEEN ${from} AND ${to} AND p.outcome IS NULL`;

const rowsOf = ({ importId, from, to }: PlanRange): Sql => sql`
  JOIN import_rows r ON r.import_id = ${importId}::uuid AND r.line BETWEEN ${from} AND ${to} AND r.line = p.line`;

const cellsOf = (table: ImportTable, range: PlanRange): Sql => sql`
  ${rowsOf(range)} CROSS JOIN LATERAL jsonb_to_record(r."values") AS v (${recordColumns(table)})`;

const issueOf = (code: string, params?: object): string =>
  JSON.stringify([{ field: null, code, severity: "error", ...(params ? { params } : {}) }]);

const noted = (issue: string): Sql => sql`issues = coalesce(p.issues, '[]') || ${issue}::jsonb`;

const crowded = ({ most = MAX_PARTS }: ImportTable): string =>
  issueOf("too_many_parts", { max: most });

// Of few rows for one owner the database reports that there are too many; of many it is known before.
const FEW = 20;

/** Selects the lines of rows that create records for which their owner has no room. */
function withoutRoom(table: ImportTable, range: PlanRange): Sql {
  return sql`
    SELECT q.line FROM (
      SELECT p.line, p.parent_id, count(*) OVER (PARTITION BY p.parent_id) AS many,
        row_number() OVER (PARTITION BY p.parent_id ORDER BY p.line) AS nth
      FROM import_plan p WHERE ${within(range)} AND p.class = 'NEW'
    ) q WHERE CASE WHEN q.many > ${FEW} THEN q.nth > ${table.most} - (
      SELECT count(*) FROM ${quotedTable(table)} o WHERE o.customer_id = q.parent_id AND o.deleted_at IS NULL) END`;
}

async function refuseWithoutRoom(
  { db }: Context,
  table: ImportTable,
  range: PlanRange,
): Promise<void> {
  if (!table.parent || !table.most) return;
  await db.execute(sql`
    UPDATE import_plan p SET outcome = 'FAILED', ${noted(crowded(table))}
    WHERE ${within(range)} AND p.line IN (${withoutRoom(table, range)})`);
}

/** The value of a column in a row `v` that creates a record: null where by the plan `p` another record keeps it. */
function newValue(table: ImportTable, column: string): string {
  const value = table.defaults?.[column] ?? `v."${column}"`;
  const isKept = keptWhen(table, column);
  return isKept ? `CASE WHEN ${isKept} THEN ${value} END` : value;
}

/** The rows `p` of the plan whose new record gets the value of a unique key; undefined for other columns. */
function keptWhen(table: ImportTable, column: string): string | undefined {
  const key = table.owned?.find((one) => one.isLive && columnsOfKey(table, one).includes(column));
  if (!key) return undefined;
  const issue = JSON.stringify([{ code: "id_not_kept", field: key.field }]);
  return `NOT coalesce(p.issues @> '${issue}', false)`;
}

// A number or tax ID that was taken since the plan is not taken over, and a deleted customer gets no records.
async function create(context: Context, table: ImportTable, range: PlanRange): Promise<void> {
  const { db } = context;
  await refuseWithoutRoom(context, table, range);
  const columns = writtenColumns(table).map(({ column }) => ({
    column,
    value: newValue(table, column),
  }));
  const own = Object.entries(table.onCreate ?? {}).map(([column, { value }]) => ({
    column,
    value,
  }));
  const owner = table.parent ? [{ column: "customer_id", value: "p.parent_id" }] : [];
  const all = [...owner, ...own, ...columns];
  const living = table.parent
    ? sql`AND EXISTS (SELECT 1 FROM ${raw(`"${table.parent.table}"`)} o WHERE o.id = p.parent_id AND o.deleted_at IS NULL)`
    : empty;
  if (table.beforeCreate) {
    await db.execute(table.beforeCreate(sql`${within(range)} AND p.class = 'NEW'`));
  }
  await giveOwner(context, table, range);
  const insert = sql`
    INSERT INTO ${quotedTable(table)} (id, ${raw(all.map(({ column }) => `"${column}"`).join(", "))})
    SELECT p.record_id, ${raw(all.map(({ value }) => value).join(", "))}
    FROM import_plan p ${cellsOf(table, range)} WHERE ${within(range)} AND p.class = 'NEW' ${living} ORDER BY p.line`;
  const planned = await db.row<{ rows: number }>(sql`
    SELECT count(*)::int AS rows FROM import_plan p WHERE ${within(range)} AND p.class = 'NEW'`);
  if (!planned?.rows || (await insertAll(db, insert)) === planned.rows) return;
  await db.execute(sql`
    UPDATE import_plan p SET outcome = 'SKIPPED', ${noted(issueOf("taken_since_plan"))}
    WHERE ${within(range)} AND p.class = 'NEW' 
      AND NOT EXISTS (SELECT 1 FROM ${raw(`public.${tableOf(table.type)}`)} c WHERE c.id = p.record_id)`);
}

// Someone who sees the customers of some people would not see those that they created without an owner.
async function giveOwner(
  { db, actor }: Context,
  { ownerColumn }: ImportTable,
  range: PlanRange,
): Promise<void> {
  if (!actor.scope || !ownerColumn) return;
  const owner = JSON.stringify({ [ownerColumn]: actor.scope.personId });
  await db.execute(sql`
    UPDATE import_rows r SET "values" = r."values" || ${owner}::jsonb FROM import_plan p
    WHERE r.import_id = ${range.importId}::uuid AND r.line = p.line AND ${within(range)} AND p.class = 'NEW'
      AND r."values"->>${ownerColumn} IS NULL`);
}

/**
 * Inserts rows, except those whose keys are taken, and returns how many. Mostly none is, and checking
 * first costs a third more: it is done only after the database has refused one.
 */
async function insertAll(db: Db, insert: Sql): Promise<number> {
  try {
    return await db.attempt(() => db.execute(insert));
  } catch (error) {
    if (brokenUniqueIndex(error) === null) throw error;
    return db.execute(sql`${insert} ON CONFLICT DO NOTHING`);
  }
}

// A value that depends on the record is the one in the plan.
function changedValue({ results }: ImportTable, { column, type }: WrittenColumn): string {
  if (!results?.[column]) return `v."${column}"`;
  return type === "jsonb"
    ? `nullif(p.changes->'${column}'->1, 'null')`
    : `(p.changes->'${column}'->>1)::${type}`;
}

async function update(
  { db }: Context,
  table: ImportTable,
  range: PlanRange,
  which: Sql,
): Promise<void> {
  const assignments = writtenColumns(table).map(
    (written) =>
      `"${written.column}" = CASE WHEN p.changes ? '${written.column}' THEN ${changedValue(table, written)} ELSE c."${written.column}" END`,
  );
  if (table.alsoOnUpdate) assignments.push(table.alsoOnUpdate);
  await db.execute(sql`
    WITH changed AS (
      UPDATE ${quotedTable(table)} c SET ${raw(assignments.join(", "))}, updated_at = now(), version = c.version + 1
      FROM import_plan p ${cellsOf(table, range)}
      WHERE ${within(range)} AND p.class = 'UPDATE' AND ${which} AND c.id = p.record_id
        AND c.version = p.record_version AND c.deleted_at IS NULL
      RETURNING c.id
    )
    UPDATE import_plan p SET outcome = 'SKIPPED', ${noted(issueOf("changed_since_plan"))}
    WHERE ${within(range)} AND p.class = 'UPDATE' AND ${which} AND p.record_id NOT IN (SELECT id FROM changed)`);
}

// Concatenated text is several times faster than as many calls that build JSON.
function firstValues(table: ImportTable): Sql {
  const own = Object.entries(table.onCreate ?? {}).map(([column, { isKept }]) => ({
    column,
    property: propertyOf(table, column),
    isKept,
  }));
  const written = writtenColumns(table).map((one) => ({
    ...one,
    isKept: keptWhen(table, one.column),
  }));
  const columns = [...own, ...written].map(({ column, property, isKept }) => {
    const entry = `'{"field":"${property}","old":null,"new":' || (r."values"->'${column}')::text || '}'`;
    return isKept === undefined ? entry : `CASE WHEN ${isKept} THEN ${entry} END`;
  });
  const entries = [...columns, ...(table.parts ?? []).flatMap(({ created }) => created ?? [])];
  return raw(`('[' || concat_ws(',', ${entries.join(", ")}) || ']')::jsonb`);
}

async function writeHistory(
  { db, actor, requestId }: Context,
  table: ImportTable,
  range: PlanRange,
): Promise<void> {
  const properties = JSON.stringify(
    Object.fromEntries(writtenColumns(table).map(({ column, property }) => [column, property])),
  );
  const customer = table.parent ? sql`p.parent_id` : sql`p.record_id`;
  await db.execute(sql`
    INSERT INTO activity (customer_id, record_type, record_id, action, changes, actor_kind, actor_id, actor_name, request_id)
    SELECT ${customer}, ${table.recordType}::text, p.record_id, CASE p.class WHEN 'NEW' THEN 'created' ELSE 'updated' END,
      CASE p.class WHEN 'NEW' THEN ${firstValues(table)} ELSE (
        SELECT jsonb_agg(jsonb_build_object('field', coalesce(${properties}::jsonb->>x.key, x.key), 'old', x.value->0, 'new', x.value->1))
        FROM jsonb_each(p.changes) x) END,
      ${actor.kind}, ${actor.id}::uuid, ${actor.name}, ${requestId}
    FROM import_plan p ${rowsOf(range)}
    WHERE ${within(range)} AND p.class IN ('NEW', 'UPDATE') ORDER BY p.line`);
}

/**
 * Creates and changes records as planned for these rows, with their history, in the caller's
 * transaction; a row that can no longer be written fails alone.
 */
export async function applyRows(
  context: Context,
  table: ImportTable,
  range: PlanRange,
): Promise<void> {
  if (!table.exclusiveFlag) {
    await applyOthers(context, table, range, sql`true`);
    return shareOutcome(context.db, table, range);
  }
  // Before all other rows, so that the row that takes the flag can be written, whatever its line.
  const first = givesUp(table.exclusiveFlag, "p", "APPLY");
  await update(context, table, range, first);
  return applyOthers(context, table, range, sql`NOT ${first}`);
}

// No record is created where another one has by now what would identify it.
async function skipTaken(db: Db, { parts = [] }: ImportTable, range: PlanRange): Promise<number> {
  let skipped = 0;
  for (const { taken } of parts) {
    if (!taken) continue;
    skipped += await db.execute(sql`
      UPDATE import_plan p SET outcome = 'SKIPPED', ${noted(issueOf("taken_since_plan"))}
      WHERE ${within(range)} AND p.line IN (${taken(within(range))})`);
  }
  return skipped;
}

async function applyOthers(
  context: Context,
  table: ImportTable,
  range: PlanRange,
  which: Sql,
): Promise<void> {
  const { db } = context;
  try {
    await db.attempt(async () => {
      await create(context, table, range);
      await update(context, table, range, which);
      for (const part of table.parts ?? []) {
        await db.execute(part.add(sql`${within(range)} AND p.class IN ('NEW', 'UPDATE')`, context));
      }
      await writeHistory(context, table, range);
    });
  } catch (error) {
    // Such as a tax ID that a change would take from another customer: halve the rows until the one is found.
    if (!isUnwritable(error)) throw error;
    if ((await skipTaken(db, table, range)) > 0) return applyOthers(context, table, range, which);
    if (range.from === range.to) {
      const issue = crowdedList(error) ? crowded(table) : issueOf("could_not_be_written");
      await db.execute(sql`
        UPDATE import_plan p SET outcome = 'FAILED', ${noted(issue)} WHERE ${within(range)}`);
      return;
    }
    const middle = Math.floor((range.from + range.to) / 2);
    await applyOthers(context, table, { ...range, to: middle }, which);
    await applyOthers(context, table, { ...range, from: middle + 1 }, which);
  }
}
