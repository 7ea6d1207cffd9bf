import type { RecordType, RecordTypeValue } from "@clientela/shared/records/recordActions";
import { RECORD_KINDS } from "@clientela/shared/records/recordKinds";
import sql from "sql-template-tag";
import type { FieldChange } from "../../platform/records/history.js";
import type { Registry } from "../../platform/registry.js";
import { fieldNamesInGraphQL } from "./fieldPaths.js";

/** A history entry as other services read it, with the schema's names. */
export interface Change {
  id: string;
  action: string;
  recordType: RecordTypeValue;
  recordId: string;
  customerId: string | null;
  createdAt: Date;
  actor: { kind: string; id: string | null; name: string };
  changes: { field: string; oldValue: unknown; newValue: unknown }[];
  note: string | null;
}

/** The columns of a history row `r` that an entry consists of. */
export interface EntryRow extends Omit<Change, "actor" | "changes" | "recordType"> {
  /** The name of the record's GraphQL type. */
  recordType: RecordType;
  actorKind: string;
  actorId: string | null;
  actorName: string;
  changes: FieldChange[];
}

/** The select list of an `EntryRow`. */
export const entryColumns = sql`
  r.id, r.action, r.record_type AS "recordType", r.record_id AS "recordId", r.customer_id AS "customerId",
  r.created_at AS "createdAt", r.actor_kind AS "actorKind", r.actor_id AS "actorId", r.actor_name AS "actorName",
  r.changes, r.note`;

/** The entry of a row with those of its changes that the caller may read; other columns are ignored. */
export function changeOf(
  registry: Registry,
  row: EntryRow,
  changes: readonly FieldChange[] = row.changes,
): Change {
  const { id, action, recordType, recordId, customerId, createdAt, note } = row;
  return {
    id,
    action,
    recordType: RECORD_KINDS[recordType].value,
    recordId,
    customerId,
    createdAt,
    actor: { kind: row.actorKind, id: row.actorId, name: row.actorName },
    changes: fieldNamesInGraphQL(registry, row.recordType, changes).map(
      ({ field, old, new: after }) => ({
        field,
        oldValue: old ?? null,
        newValue: after ?? null,
      }),
    ),
    note,
  };
}
