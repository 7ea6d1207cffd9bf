import type { RecordTypeWith } from "@clientela/shared/records/recordActions";
import type { Permission } from "@clientela/shared/records/roles";
import type { Context } from "../context.js";
import type { StoredRecord } from "../types/record.js";
import type { ExternalId } from "./externalId.type.js";
import { addExternalIds, externalIdsChange, externalIdsOf, setExternalIds } from "./externalIds.js";
import type { FieldChange } from "./history.js";
import { insertRecord, lockVisible, type Subject, updateRecord, type Values } from "./write.js";

/** A function from a record's external ids to new ones. */
export type ExternalIdsChanger = (before: readonly ExternalId[]) => readonly ExternalId[];

/** How the external ids of one kind of record are changed. */
export interface ExternalIdWrites {
  /** The permission for changing them. */
  permission: Permission;
  /** Changes those of a record, with its history. Throws NotFound, and Invalid for an id that another record has. */
  change(context: Context, id: string, changed: ExternalIdsChanger): Promise<StoredRecord>;
}

/** Declares that a kind of record has external ids. */
export const externalIdWrites = <Row extends StoredRecord>(
  subject: Subject<Row, RecordTypeWith<"updated">>,
  permission: Permission,
): ExternalIdWrites => ({
  permission,
  async change(context, id, changed) {
    const current = await lockVisible(context, subject, id);
    const before = await externalIdsOf(context, id);
    const after = changed(before);
    const change = externalIdsChange(before, after);
    if (change.length === 0) return current;
    await setExternalIds(context, subject.name, id, before, after);
    return updateRecord(context, subject, current, current.version, {}, change);
  },
});

/**
 * Inserts a record with its external ids, as `insertRecord` does. Throws Invalid for an id that another record of
 * its kind has.
 */
export async function insertIdentified<Row extends StoredRecord>(
  context: Context,
  subject: Subject<Row, RecordTypeWith<"created">>,
  values: Values<Row>,
  externalIds: readonly ExternalId[],
  relatedChanges: readonly FieldChange[] = [],
): Promise<Row> {
  const changes = [...relatedChanges, ...externalIdsChange([], externalIds)];
  const row = await insertRecord(context, subject, values, changes);
  await addExternalIds(context, subject.name, row.id, externalIds);
  return row;
}
