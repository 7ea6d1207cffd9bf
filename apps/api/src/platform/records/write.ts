import {
  type Action,
  eventPrefix,
  type RecordType,
  type RecordTypeWith,
} from "@clientela/shared/records/recordActions";
import { withoutZeros } from "@clientela/shared/values/decimalRules";
import sql, { join, type Sql } from "sql-template-tag";
import { v7 as uuidV7 } from "uuid";
import type { Context } from "../context.js";
import { columnsOf } from "../database/columns.js";
import { conditionOf, insertRow, updateRow } from "../database/queryBuilder.js";
import { Conflict, NotFound } from "../errors.js";
import type { StoredRecord } from "../types/record.js";
import { type FieldChange, remember } from "./history.js";
import { graphQLNames, toGraphQL } from "./toGraphQL.js";

/** The columns of a record that a write sets. */
export type Values<Row> = Partial<Omit<Row, "id" | "createdAt" | "updatedAt" | "version">>;

/** How a kind of record appears in the history and in events. */
export interface Subject<Row, Type extends RecordType = RecordType> {
  type: new () => Row;
  /** Its name in the history, events and errors; `RECORD_KINDS` lists its actions. */
  name: Type;
  /** The customer whose history includes it; null for none. */
  parentIdOf: (row: Row) => string | null;
  /** Fields that are not recorded in the history. */
  excludedFields?: readonly string[];
  /** A condition on `r` for callers to see it, besides not being deleted. */
  within?: Sql;
  /** How GraphQL represents it, where that differs from the fields of its class. */
  toGraphQL?: { record: (row: Row) => object; name: (property: string) => string };
}

/** Bookkeeping fields, which the history does not record. */
const EXCLUDED_FIELDS = new Set(["id", "createdAt", "updatedAt", "version", "deletedAt"]);

// Equal values must have equal text, so that a change of notation (1.50 to 1.5) is no change.
function recorded(value: unknown, isDecimal: boolean): unknown {
  if (value instanceof Date) return value.toISOString();
  return isDecimal && typeof value === "string" ? withoutZeros(value) : (value ?? null);
}

/** Which fields differ between two states of a record. */
export function differences<Row extends object>(
  type: new () => Row,
  before: Partial<Row>,
  after: Partial<Row>,
): FieldChange[] {
  return columnsOf(type)
    .filter(({ property }) => !EXCLUDED_FIELDS.has(property))
    .map(({ property, isDecimal }) => ({
      field: property,
      old: recorded(before[property as keyof Row], isDecimal),
      new: recorded(after[property as keyof Row], isDecimal),
    }))
    .filter((change) => JSON.stringify(change.old) !== JSON.stringify(change.new));
}

const eventName = (type: string, action: string) => `${eventPrefix(type)}.${action}`;

/** Records one action for each of the rows in the history, and publishes it. */
export async function recordActivity<Row extends StoredRecord, Done extends Action>(
  context: Context,
  subject: Subject<Row, RecordTypeWith<Done>>,
  rows: readonly Row[],
  action: Done,
  changes: readonly FieldChange[] | ((row: Row) => readonly FieldChange[]) = [],
): Promise<void> {
  const { parentIdOf, name: recordType } = subject;
  await remember(
    context,
    rows.map((row) => ({
      parentId: parentIdOf(row),
      recordType,
      recordId: row.id,
      action,
      changes: typeof changes === "function" ? changes(row) : changes,
    })),
  );
  for (const row of rows) {
    context.announce({
      name: eventName(recordType, action),
      id: row.id,
      parentId: parentIdOf(row),
    });
  }
}

/**
 * Inserts a record with its history; the caller has to handle unique violations.
 * `relatedChanges` are changes of other rows (a document's lines) that are recorded with it.
 */
export async function insertRecord<Row extends StoredRecord>(
  context: Context,
  subject: Subject<Row, RecordTypeWith<"created">>,
  values: Values<Row> & { id?: string },
  relatedChanges: readonly FieldChange[] = [],
): Promise<Row> {
  const { type } = subject;
  const named = withoutUndefined({ id: uuidV7(), ...values }) as Partial<Row>;
  const row = await insertRow(context.db, type, named);
  const recorded = differences(type, {}, row).filter(
    (change) => change.new !== null && !subject.excludedFields?.includes(change.field),
  );
  await recordActivity(context, subject, [row], "created", [...recorded, ...relatedChanges]);
  return row;
}

/**
 * A condition on rows `r` to lock. Postgres evaluates it again for a row that another transaction changed meanwhile,
 * but with the rows of other tables that it was joined with first: as a CASE, they are read again.
 */
export function seenAgain(condition: Sql): Sql {
  return sql`CASE WHEN ${condition} THEN true END`;
}

function findLocked<Row extends StoredRecord>(
  { db }: Context,
  type: new () => Row,
  id: string,
  lock: "pessimistic_write" | "for_key_share",
  visible: Sql,
): Promise<Row | null> {
  return db.manager
    .createQueryBuilder(type, "r")
    .where("r.id = :id", { id })
    .andWhere(...conditionOf(visible))
    .setLock(lock, undefined, ["r"])
    .getOne();
}

/** The current record, locked until the transaction ends. Throws NotFound. */
export async function lockRecord<Row extends StoredRecord>(
  context: Context,
  type: new () => Row,
  id: string,
  visible: Sql = sql`r.deleted_at IS NULL`,
): Promise<Row> {
  const row = await findLocked(context, type, id, "pessimistic_write", seenAgain(visible));
  if (!row) throw new NotFound(type.name, id);
  return row;
}

/** A record that callers may see, locked until the transaction ends; throws NotFound. */
export async function lockVisible<Row extends StoredRecord>(
  context: Context,
  { type, name, within }: Subject<Row>,
  id: string,
  deleted: Sql = sql`r.deleted_at IS NULL`,
): Promise<Row> {
  const visible = seenAgain(join(within ? [deleted, within] : [deleted], " AND "));
  const row = await findLocked(context, type, id, "pessimistic_write", visible);
  if (!row) throw new NotFound(name, id);
  return row;
}

/** The current record, protected from deletion until the transaction ends. Throws NotFound. */
export async function lockForReference<Row extends StoredRecord>(
  context: Context,
  type: new () => Row,
  id: string,
  visible: Sql = sql`r.deleted_at IS NULL`,
): Promise<Row> {
  const row = await findLocked(context, type, id, "for_key_share", visible);
  if (!row) throw new NotFound(type.name, id);
  return row;
}

/** Throws Conflict, with the current record as GraphQL represents it, unless the record is at `version`. */
export async function assertVersion<Row extends StoredRecord>(
  context: Context,
  { type, excludedFields, toGraphQL: own }: Subject<Row>,
  current: Row,
  version: number,
  fields: readonly string[],
): Promise<void> {
  if (current.version === version) return;
  const shown = fields.filter((field) => !excludedFields?.includes(field));
  throw new Conflict(
    own ? own.record(current) : toGraphQL(type, current),
    own ? shown.map(own.name) : graphQLNames(type, shown),
    await context.app.registry.history.lastChange(context, current.id),
  );
}

/** Updates the named fields of a record, as `changeRecord` does, with the action `updated`. */
export function updateRecord<Row extends StoredRecord>(
  context: Context,
  subject: Subject<Row, RecordTypeWith<"updated">>,
  current: Row,
  version: number,
  values: Values<Row>,
  relatedChanges: readonly FieldChange[] = [],
): Promise<Row> {
  return changeRecord(context, subject, current, version, values, "updated", relatedChanges);
}

/**
 * Updates the named fields of a record that is still at `version`, with its history.
 * A stale version throws Conflict with the current record; without a difference nothing is written.
 * `relatedChanges` are changes of other rows (a document's lines): they too make a new version.
 */
export async function changeRecord<Row extends StoredRecord, Done extends Action>(
  context: Context,
  subject: Subject<Row, RecordTypeWith<Done>>,
  current: Row,
  version: number,
  values: Values<Row>,
  action: Done,
  relatedChanges: readonly FieldChange[] = [],
): Promise<Row> {
  const { type } = subject;
  const wanted = { ...current, ...withoutUndefined(values) } as Row;
  const changes = [...differences(type, current, wanted), ...relatedChanges];
  const fields = changes.map((change) => change.field);
  await assertVersion(context, subject, current, version, fields);
  if (changes.length === 0) return current;
  const changed = new Set(fields);
  const named = Object.entries(values).filter(([field]) => changed.has(field));
  const row = await updateRow(
    context.db,
    type,
    { id: current.id, version } as Partial<Row>,
    Object.fromEntries(named) as Partial<Row>,
  );
  if (!row) throw new NotFound(type.name, current.id);
  const recorded = changes.filter((change) => !subject.excludedFields?.includes(change.field));
  await recordActivity(context, subject, [row], action, recorded);
  return row;
}

function withoutUndefined<T extends object>(values: T): Partial<T> {
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined),
  ) as Partial<T>;
}
