import type { RecordTypeWith } from "@clientela/shared/records/recordActions";
import type { Permission } from "@clientela/shared/records/roles";
import sql, { raw, type Sql } from "sql-template-tag";
import type { Context } from "../context.js";
import { selectList, tableOf } from "../database/columns.js";
import { NotFound } from "../errors.js";
import type { StoredRecord } from "../types/record.js";
import { assertVersion, lockVisible, recordActivity, type Subject } from "./write.js";

/** A record that goes to the trash when it is deleted. */
export type Trashable = StoredRecord & { deletedAt: Date | null };

/** Names what can go to the trash and come back. */
export type TrashSubject<Row> = Subject<Row, RecordTypeWith<"deleted" | "restored">>;

/** A kind of record as the list of the trash shows it; `r` is its row in SQL. */
export interface TrashKind {
  recordType: RecordTypeWith<"deleted" | "restored">;
  type: new () => Trashable;
  /** What people call one: its title, number or note; may be null. */
  name: Sql;
  /** The record that it belongs to; where an owned record points at its owner unless given, null for none. */
  parentId?: Sql;
  /** Which of those that are there to be restored are listed: not those that come back with another record. */
  where: readonly Sql[];
  /** What it takes to restore all of them. */
  permission: Permission;
  /** What it takes to restore some of them, and which. */
  some?: { permission: Permission; where: (actor: Context["actor"]) => Sql };
}

/** For how long a deleted record can be brought back. */
export const DAYS_IN_TRASH = 30;

/** Matches rows `r` in the trash that can still be restored. */
export const restorable = sql`r.deleted_at > now() - make_interval(days => ${DAYS_IN_TRASH})`;

async function setDeletedAt<Row extends Trashable>(
  context: Context,
  subject: TrashSubject<Row>,
  id: string,
  value: Sql,
  action: "deleted" | "restored",
): Promise<Row> {
  const { type } = subject;
  const [row] = await context.db.rowsOf(
    type,
    sql`
      UPDATE ${raw(`"${tableOf(type)}"`)} AS r
      SET deleted_at = ${value}, updated_at = now(), version = r.version + 1
      WHERE r.id = ${id}::uuid
      RETURNING ${selectList(type, "r")}`,
  );
  if (!row) throw new NotFound(subject.name, id);
  await recordActivity(context, subject, [row], action);
  return row;
}

/**
 * Puts a record into the trash, with its history; lists, counts and lookups no longer have it.
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
  return setDeletedAt(context, subject, id, sql`clock_timestamp()`, "deleted");
}

/** A record in the trash that can still be restored, locked; throws NotFound. */
export function lockTrashed<Row extends Trashable>(
  context: Context,
  subject: TrashSubject<Row>,
  id: string,
): Promise<Row> {
  return lockVisible(context, subject, id, restorable);
}

/** Takes a record out of the trash, with its history; throws NotFound after 30 days. */
export async function restoreRecord<Row extends Trashable>(
  context: Context,
  subject: TrashSubject<Row>,
  id: string,
): Promise<Row> {
  await lockTrashed(context, subject, id);
  return setDeletedAt(context, subject, id, sql`NULL`, "restored");
}

/** The record that others belong to, and the column by which they point at it. */
export interface Owner {
  type: new () => Trashable;
  id: string;
  column: string;
}

async function moveOwned<Row extends Trashable>(
  context: Context,
  subject: TrashSubject<Row>,
  owner: Owner,
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
      FROM ${raw(`"${tableOf(owner.type)}"`)} o
      WHERE o.id = ${owner.id}::uuid AND r.${raw(`"${owner.column}"`)} = o.id AND ${which}
      RETURNING ${selectList(type, "r")}`,
  );
  await recordActivity(context, subject, rows, action);
}

/** Puts what belongs to a record that was just trashed into the trash with it. */
function trashOwned<Row extends Trashable>(
  context: Context,
  subject: TrashSubject<Row>,
  owner: Owner,
): Promise<void> {
  return moveOwned(
    context,
    subject,
    owner,
    sql`o.deleted_at`,
    sql`r.deleted_at IS NULL`,
    "deleted",
  );
}

/** Takes out of the trash what went there with its owner; to be called before the owner is restored. */
function restoreOwned<Row extends Trashable>(
  context: Context,
  subject: TrashSubject<Row>,
  owner: Owner,
): Promise<void> {
  return moveOwned(
    context,
    subject,
    owner,
    sql`NULL`,
    sql`r.deleted_at = o.deleted_at`,
    "restored",
  );
}

/** How records go to the trash with another, and come back with it. */
export interface OwnedTrash {
  trash(context: Context, owner: Owner): Promise<void>;
  restore(context: Context, owner: Owner): Promise<void>;
}

/** Records of a kind go to the trash with their owner, and come back with it. */
export const trashedWithOwner = <Row extends Trashable>(
  subject: TrashSubject<Row>,
): OwnedTrash => ({
  trash: (context, owner) => trashOwned(context, subject, owner),
  restore: (context, owner) => restoreOwned(context, subject, owner),
});
