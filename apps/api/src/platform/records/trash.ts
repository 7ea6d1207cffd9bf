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

/** Restores a record from the trash, with its history; throws NotFound after 30 days. */
export async function restoreRecord<Row extends Trashable>(
  context: Context,
  subject: TrashSubject<Row>,
  id: string,
): Promise<Row> {
  await lockTrashed(context, subject, id);
  return setDeletedAt(context, subject, id, sql`NULL`, "restored");
}

/** The owner of other records, and their foreign key. */
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

/** Moves the records of an owner to the trash that was just moved there. */
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

/** Restores the records that went to the trash with their owner; to be called before the owner is restored. */
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

/** How records go to the trash with their owner, and are restored with it. */
export interface OwnedTrash {
  trash(context: Context, owner: Owner): Promise<void>;
  restore(context: Context, owner: Owner): Promise<void>;
}

/** Records of a kind go to the trash with their owner, and are restored with it. */
export const trashedWithOwner = <Row extends Trashable>(
  subject: TrashSubject<Row>,
): OwnedTrash => ({
  trash: (context, owner) => trashOwned(context, subject, owner),
  restore: (context, owner) => restoreOwned(context, subject, owner),
});
