import sql from "sql-template-tag";
import type { HistoryStore } from "../../platform/records/history.js";

/** The table `activity`. Rows of single writes are inserted and read back for conflicts only here. */
export const historyStore: HistoryStore = {
  async write({ actor, db, requestId }, entries) {
    const rows = await db.rows<{ id: string }>(sql`
      INSERT INTO activity (customer_id, record_type, record_id, action, changes, note, actor_kind, actor_id, actor_name, request_id)
      SELECT d."parentId", d."recordType", d."recordId", d.action, coalesce(d.changes, '[]'), d.note,
             ${actor.kind}, ${actor.id}::uuid, ${actor.name}, ${requestId}
      FROM jsonb_to_recordset(${JSON.stringify(entries)}::jsonb)
        AS d ("parentId" uuid, "recordType" text, "recordId" uuid, action text, changes jsonb, note text)
      RETURNING id`);
    return rows.map((row) => row.id);
  },

  lastChange: ({ db }, recordId) =>
    db.row<{ by: string; at: Date }>(sql`
      SELECT actor_name AS by, created_at AS at FROM activity
      WHERE record_id = ${recordId}::uuid ORDER BY id DESC LIMIT 1`),
};
