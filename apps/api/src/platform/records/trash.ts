import type { RecordTypeWith } from "@clientela/shared/records/recordActions";
import type { Permission } from "@clientela/shared/records/roles";
import sql, { raw, type Sql } from "sql-template-tag";
import type { Context } from "../context.js";
import { selectList, tableOf } from "../database/columns.js";
import { NotFound } from "../errors.js";
import { isOneOfKeys } from "../lists/keys.js";
import type { StoredRecord } from "../types/record.js";
import { assertVersion, lockVisible, recordActivity, type Subject } from "./write.js";

/** A record that goes to the trash when it is deleted. */
export type Trashable = StoredRecord & { deletedAt: Date | null };

/** A kind of record that can go to the trash and be restored. */
export type TrashSubject<Row> = Subject<Row, RecordTypeWith<"deleted" | "restored">>;

/** A kind of record as the list of the trash shows it; `r` is its row in SQL. */
export interface TrashKind {
  recordType: RecordTypeWith<"deleted" | "restored">;
  type: new () => Trashable;
  /** Its title, number or note; may be null. */
  name: Sql;
  /** The id of its owner; by default the owner of an owned record, null for none. */
  parentId?: Sql;
  /** Conditions for being listed: records that are restored with another one are not. */
  where: readonly Sql[];
  /** The permission for restoring all of them. */
  permission: Permission;
  /** The permission for restoring some of them, and which. */
  some?: { permission: Permission; where: (actor: Context["actor"]) => Sql };
}

/** For how long a deleted record can be restored. */
export const DAYS_IN_TRASH = 30;

/** Matches rows `r` in the trash that can still be restored. */
export const restorable = sql`r.deleted_at > now() - make_interval(days => ${DAYS_IN_TRASH})`;

async function setDeletedAt<Row extends Trashable>(
  context: Context,
  subject: TrashSubject<Row>,
  ids: readonly string[],
  value: Sql,
  action: "deleted" | "restored",
): Promise<Row[]> {
  const { type } = subject;
  const rows = await context.db.rowsOf(
    type,
    sql`
      UPDATE ${raw(`"${tableOf(type)}"`)} AS r
      SET deleted_at = ${value}, updated_at = now(), version = r.version + 1
      WHERE ${isOneOfKeys(sql`r.id`, ids)}
      RETURNING ${selectList(type, "r")}`,
  );
  await recordActivity(context, subject, rows, action);
  return rows;
}

async function setOne<Row extends Trashable>(
  context: Context,
  subject: TrashSubject<Row>,
  id: string,
  value: Sql,
  action: "deleted" | "restored",
): Promise<Row> {
  const [row] = await setDeletedAt(context, subject, [id], value, action);
  if (!row) throw new NotFound(subject.name, id);
  return row;
}

/** Moves locked records to the trash, with their histories. */
export const trashRecords = <Row extends Trashable>(
  context: Context,
  subject: TrashSubject<Row>,
  ids: readonly string[],
): Promise<Row[]> => setDeletedAt(context, subject, ids, sql`clock_timestamp()`, "deleted");

/**
 * Moves a record to the trash, with its history; it is excluded from lists, counts and lookups.
 * Throws NotFound, and Conflict where a version is given and stale.
 */
export async function trashRecord<Row extends Trashable>(
  context: Context,
  subject: TrashSubject<Row>,
  id: string,
  version?: number | null,
): Promise<Row> {
  const current = await lockVisible(context, subject, id);
  if (version != null) await assertVersion(context, subject, current, version, []);
  return setOne(context, subject, id, sql`clock_timestamp()`, "deleted");
}

/** A record in the trash that can still be restored, locked; throws NotFound. */
export function lockTrashed<Row extends Trashable>(
  context: Context,
  subject: TrashSubject<Row>,
  id: string,
): Promise<Row> {
  return lockVisible(context, subject, id, restorable);
}

/** Restores a record from the trash, with its history; throws NotFound after 30 days. */
export async function restoreRecord<Row extends Trashable>(
  context: Context,
  subject: TrashSubject<Row>,
  id: string,
): Promise<Row> {
  await lockTrashed(context, subject, id);
  return setOne(context, subject, id, sql`NULL`, "restored");
}

/** Owners of other records, and their foreign key. */
export interface Owners {
  type: new () => Trashable;
  ids: readonly string[];
  column: string;
}

async function moveOwned<Row extends Trashable>(
  context: Context,
  subject: TrashSubject<Row>,
  owners: Owners,
  value: Sql,
  which: Sql,
  action: "deleted" | "restored",
): Promise<void> {
  const { type } = subject;
  const rows = await context.db.rowsOf(
    type,
    sql`
      UPDATE ${raw(`"${tableOf(type)}"`)} AS r
      SET deleted_at = ${value}, updated_at = now(), version = r.version + 1
      FROM ${raw(`"${tableOf(owners.type)}"`)} o
      WHERE ${isOneOfKeys(sql`o.id`, owners.ids)} AND r.${raw(`"${owners.column}"`)} = o.id AND ${which}
      RETURNING ${selectList(type, "r")}`,
  );
  await recordActivity(context, subject, rows, action);
}

/** Moves the records of owners to the trash that were just moved there. */
function trashOwned<Row extends Trashable>(
  context: Context,
  subject: TrashSubject<Row>,
  owners: Owners,
): Promise<void> {
  return moveOwned(
    context,
    subject,
    owners,
    sql`o.deleted_at`,
    sql`r.deleted_at IS NULL`,
    "deleted",
  );
}

/** Restores the records that went to the trash with their owners; to be called before the owners are restored. */
function restoreOwned<Row extends Trashable>(
  context: Context,
  subject: TrashSubject<Row>,
  owners: Owners,
): Promise<void> {
  return moveOwned(
    context,
    subject,
    owners,
    sql`NULL`,
    sql`r.deleted_at = o.deleted_at`,
    "restored",
  );
}

/** How records go to the trash with their owner, and are restored with it. */
export interface OwnedTrash {
  trash(context: Context, owners: Owners): Promise<void>;
  restore(context: Context, owners: Owners): Promise<void>;
}

/** Records of a kind go to the trash with their owner, and are restored with it. */
export const trashedWithOwner = <Row extends Trashable>(
  subject: TrashSubject<Row>,
): OwnedTrash => ({
  trash: (context, owners) => trashOwned(context, subject, owners),
  restore: (context, owners) => restoreOwned(context, subject, owners),
});
