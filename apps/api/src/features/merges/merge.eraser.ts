import sql from "sql-template-tag";
import type { Eraser } from "../../platform/records/eraser.js";

/** Erases the data that an undo would restore, after which the merge cannot be undone. */
export const mergeEraser: Eraser = {
  async erase({ db }, { recordIds }) {
    const ids = [...recordIds];
    await db.execute(sql`
      UPDATE customer_merges r
      SET changes = '{}', external_ids = '[]', undoable_until = least(r.undoable_until, now()),
        updated_at = now(), version = r.version + 1
      WHERE r.survivor_id = ANY(${ids}::uuid[])
        OR EXISTS (SELECT 1 FROM merge_moves m WHERE m.merge_id = r.id AND m.from_id = ANY(${ids}::uuid[]))
        OR EXISTS (SELECT 1 FROM merged_customers m WHERE m.merge_id = r.id AND m.id = ANY(${ids}::uuid[]))`);
  },
};
