import sql from "sql-template-tag";
import type { Db } from "../../database/db.js";

/** A metric of a record. */
interface Kept {
  metric: string;
  recordId: string;
}

/** Lets metrics be kept anew, as the triggers do of the tables that they depend on. */
export async function noteChanges(db: Db, kept: readonly Kept[]): Promise<void> {
  await db.execute(sql`
    INSERT INTO metric_changes (metric, record_id)
    SELECT * FROM unnest(${kept.map(({ metric }) => metric)}::text[], ${kept.map(({ recordId }) => recordId)}::uuid[])`);
}
