import { isRecordType, type RecordType } from "@clientela/shared/records/recordActions";
import type { Permission } from "@clientela/shared/records/roles";
import type { StoredRecord } from "../types/record.js";
import type { OwnedTrash } from "./trash.js";

/** A kind of record that belongs to customers, by the column `customer_id` of its table. */
export interface OwnedRecordKind {
  type: new () => StoredRecord & { deletedAt: Date | null };
  /** What history calls it, where that is not the name of its class. */
  name?: RecordType;
  /** Who may read it. */
  permission: Permission;
  /** The record that it may point at by a column, which must be its customer's too. */
  under?: {
    type: new () => StoredRecord;
    column: string;
    /** How it goes to the trash with that record, and comes back with it. */
    trash?: OwnedTrash;
  };
  /** A column that is true for one of a customer's records at most. */
  oneOf?: string;
  /** Rows that are part of it, such as a document's lines, by the property that points at it. */
  lines?: { type: new () => { position: number }; property: string };
  /** Why the record that it belongs to cannot be deleted, as the code of a message; otherwise it can. */
  restrictsDelete?: string;
}

/** The type that history has for a kind of record. */
export function ownedRecordName({ name, type }: OwnedRecordKind): RecordType {
  const recordType = name ?? type.name;
  if (!isRecordType(recordType)) throw new Error(`${recordType} has no history`);
  return recordType;
}
