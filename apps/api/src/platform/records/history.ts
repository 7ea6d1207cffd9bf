import type { Action, RecordTypeWith } from "@clientela/shared/records/recordActions";
import sql from "sql-template-tag";
import type { Context } from "../context.js";
import { assertRecorded } from "./recordTypes.js";

/** One field before and after a write. */
export interface FieldChange {
  field: string;
  old: unknown;
  new: unknown;
}

/** What a write did, for the history. */
export interface ActivityEntry<Done extends Action = Action> {
  customerId: string | null;
  /** The GraphQL type of the record. */
  recordType: RecordTypeWith<Done>;
  recordId: string;
  action: Done;
  changes?: readonly FieldChange[];
  note?: string | null;
}

/** Writes what was done into the history, in the transaction of the write itself; answers the entries' ids. */
export async function remember<Done extends Action>(
  context: Context,
  entries: readonly ActivityEntry<Done>[],
): Promise<string[]> {
  if (entries.length === 0) return [];
  for (const { recordType } of entries) assertRecorded(recordType);
  const { actor, requestId } = context;
  const rows = await context.db.rows<{ id: string }>(sql`
    INSERT INTO activity (customer_id, record_type, record_id, action, changes, note, actor_kind, actor_id, actor_name, request_id)
    SELECT d."customerId", d."recordType", d."recordId", d.action, coalesce(d.changes, '[]'), d.note,
           ${actor.kind}, ${actor.id}::uuid, ${actor.name}, ${requestId}
    FROM jsonb_to_recordset(${JSON.stringify(entries)}::jsonb)
      AS d ("customerId" uuid, "recordType" text, "recordId" uuid, action text, changes jsonb, note text)
    RETURNING id`);
  return rows.map((row) => row.id);
}
