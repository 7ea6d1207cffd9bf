import type { Action, RecordTypeWith } from "@clientela/shared/records/recordActions";
import sql, { join, raw, type Sql } from "sql-template-tag";
import { v7 as uuidV7 } from "uuid";
import type { Context } from "../context.js";
import { columnsOf, selectList, tableOf } from "../database/columns.js";
import { NotFound } from "../errors.js";
import type { StoredRecord } from "../types/record.js";
import type { FieldChange } from "./history.js";
import { differences, recordActivity, type Subject, seenAgain, type Values } from "./write.js";

/** A record and its new values. */
export interface Revision<Row> {
  current: Row;
  values: Values<Row>;
  /** Changes of other rows, which also make a new version and are recorded with it. */
  relatedChanges?: readonly FieldChange[];
}

/**
 * Records by id, locked until the transaction ends. They are locked in the order of their ids, so that writers do not
 * deadlock, and returned in the order given. Throws NotFound for the first that does not exist.
 */
export async function lockRecords<Row extends StoredRecord>(
  context: Context,
  subject: Subject<Row>,
  ids: readonly string[],
  visible: Sql = sql`r.deleted_at IS NULL`,
): Promise<Row[]> {
  const { type } = subject;
  const rows = await context.db.rowsOf(
    type,
    sql`
      SELECT ${selectList(type, "r")} FROM ${raw(`"${tableOf(type)}"`)} r
      WHERE r.id = ANY(${ids}::uuid[]) AND ${seenAgain(visible)} ORDER BY r.id FOR UPDATE OF r`,
  );
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => {
    const row = byId.get(id);
    if (!row) throw new NotFound(subject.name, id);
    return row;
  });
}

/**
 * Those records by id that callers may see, locked until the transaction ends in the order of their ids; in no
 * particular order.
 */
export async function lockFound<Row extends StoredRecord>(
  context: Context,
  { type, within }: Subject<Row>,
  ids: readonly string[],
): Promise<Row[]> {
  if (ids.length === 0) return [];
  const visible = join([sql`r.deleted_at IS NULL`, ...(within ? [within] : [])], " AND ");
  return context.db.rowsOf(
    type,
    sql`
      SELECT ${selectList(type, "r")} FROM ${raw(`"${tableOf(type)}"`)} r
      WHERE r.id = ANY(${ids}::uuid[]) AND ${seenAgain(visible)} ORDER BY r.id FOR UPDATE OF r`,
  );
}

// Rows as JSON by column name: one parameter, however many rows, which the table's row type parses.
function asJson<Row extends object>(type: new () => Row, rows: readonly Partial<Row>[]): string {
  const columns = columnsOf(type);
  const entriesOf = (row: Partial<Row>) =>
    columns.flatMap(({ property, column }) => {
      const value = row[property as keyof Row];
      return value === undefined ? [] : [[column, value]];
    });
  return JSON.stringify(rows.map((row) => Object.fromEntries(entriesOf(row))));
}

/** The fields that `values` would change; dates and lists are compared by their JSON. */
export function changesOf<Row>(current: Row, values: Values<Row>): string[] {
  return Object.entries(values).flatMap(([field, value]) => {
    const before = current[field as keyof Row];
    const same = value === undefined || JSON.stringify(before) === JSON.stringify(value);
    return same ? [] : [field];
  });
}

function pick<T extends object>(values: T, fields: readonly string[]): Partial<T> {
  const wanted = new Set(fields);
  return Object.fromEntries(
    Object.entries(values).filter(([field]) => wanted.has(field)),
  ) as Partial<T>;
}

/**
 * Updates many locked records in one statement, with their histories in another; those without a difference
 * keep their version. Returns them in the order given, with their new
 * values. `relatedChanges` is what else is recorded for each that changed. The caller has
 * to handle unique violations.
 */
export async function updateRecords<Row extends StoredRecord, Done extends Action>(
  context: Context,
  subject: Subject<Row, RecordTypeWith<Done>>,
  revisions: readonly Revision<Row>[],
  action: Done,
  relatedChanges: readonly FieldChange[] = [],
): Promise<Row[]> {
  const { type, excludedFields } = subject;
  const changed = revisions.flatMap(({ current, values, relatedChanges: own = [] }) => {
    const fields = changesOf(current, values);
    if (fields.length === 0 && own.length === 0) return [];
    const wanted: Row = { ...current, ...pick(values, fields) };
    return [{ wanted, fields, changes: [...differences(type, current, wanted), ...own] }];
  });
  if (changed.length === 0) return revisions.map(({ current }) => current);
  const fields = new Set(changed.flatMap((one) => one.fields));
  const columns = columnsOf(type).filter(({ property }) => fields.has(property));
  const table = raw(`"${tableOf(type)}"`);
  const rows = await context.db.rowsOf(
    type,
    sql`
      UPDATE ${table} AS r
      SET ${join([
        ...columns.map(({ column }) => raw(`"${column}" = p."${column}"`)),
        sql`updated_at = now(), version = r.version + 1`,
      ])}
      FROM jsonb_populate_recordset(NULL::${table}, ${asJson<Row>(
        type,
        changed.map(({ wanted }) => wanted),
      )}::jsonb) p
      WHERE r.id = p.id
      RETURNING ${selectList(type, "r")}`,
  );
  const recorded = new Map(
    changed.map(({ wanted, changes }) => [
      wanted.id,
      changes.filter((change) => !excludedFields?.includes(change.field)),
    ]),
  );
  const byId = new Map(rows.map((row) => [row.id, row]));
  const inTurn = changed.flatMap(({ wanted }) => byId.get(wanted.id) ?? []);
  await recordActivity(context, subject, inTurn, action, (row) => [
    ...(recorded.get(row.id) ?? []),
    ...relatedChanges,
  ]);
  return revisions.map(({ current }) => byId.get(current.id) ?? current);
}

/**
 * Inserts many records in one statement, with their histories in another; each has values for the same
 * fields, an id of its own where it has none, and `relatedChanges` is what else is recorded with it. Returns them in the order given. The caller has to handle unique violations.
 */
export async function insertRecords<Row extends StoredRecord>(
  context: Context,
  subject: Subject<Row, RecordTypeWith<"created">>,
  values: readonly (Values<Row> & { id?: string })[],
  relatedChanges: (index: number) => readonly FieldChange[] = () => [],
): Promise<Row[]> {
  if (values.length === 0) return [];
  const { type, excludedFields } = subject;
  const rows = values.map((one) => ({ id: uuidV7(), ...one }) as Partial<Row> & { id: string });
  const fields = new Set(rows.flatMap(Object.keys));
  const columns = columnsOf(type).filter(({ property }) => fields.has(property));
  const names = (prefix: string) => join(columns.map(({ column }) => raw(`${prefix}"${column}"`)));
  const table = raw(`"${tableOf(type)}"`);
  const made = await context.db.rowsOf(
    type,
    sql`
      INSERT INTO ${table} AS r (${names("")})
      SELECT ${names("p.")} FROM jsonb_populate_recordset(NULL::${table}, ${asJson<Row>(type, rows)}::jsonb) p
      RETURNING ${selectList(type, "r")}`,
  );
  const byId = new Map(made.map((row) => [row.id, row]));
  const inTurn = rows.flatMap(({ id }) => byId.get(id) ?? []);
  const besides = new Map(rows.map(({ id }, index) => [id, relatedChanges(index)]));
  await recordActivity(context, subject, inTurn, "created", (row) => [
    ...differences(type, {}, row).filter(
      (change) => change.new !== null && !excludedFields?.includes(change.field),
    ),
    ...(besides.get(row.id) ?? []),
  ]);
  return inTurn;
}
