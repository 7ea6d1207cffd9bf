import { isRecordType, type RecordType } from "@clientela/shared/records/recordActions";
import type { Permission } from "@clientela/shared/records/roles";
import type { StoredRecord } from "../types/record.js";
import type { OwnedTrash } from "./trash.js";

/** A kind of record that belongs to customers, by the column `customer_id` of its table. */
export interface OwnedRecordKind {
  type: new () => StoredRecord & { deletedAt: Date | null };
  /** Its name in the history, where that is not the name of its class. */
  name?: RecordType;
  /** The permission for reading it. */
  permission: Permission;
  /** The record that one of its columns may reference, which must belong to the same customer. */
  under?: {
    type: new () => StoredRecord;
    column: string;
    /** How it goes to the trash with that record, and is restored with it. */
    trash?: OwnedTrash;
  };
  /** A column that is true for one of a customer's records at most. */
  oneOf?: string;
  /** Rows that are part of it, such as a document's lines, by their foreign key. */
  lines?: { type: new () => { position: number }; property: string };
  /** The code of the message why its owner cannot be deleted; absent where it can. */
  restrictsDelete?: string;
}

/** The record type in the history for a kind of record. */
export function ownedRecordName({ name, type }: OwnedRecordKind): RecordType {
  const recordType = name ?? type.name;
  if (!isRecordType(recordType)) throw new Error(`${recordType} has no history`);
  return recordType;
}
