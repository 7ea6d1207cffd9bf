import sql from "sql-template-tag";
import type { Eraser } from "../../platform/records/eraser.js";

/** What customers were compared by goes; that they were distinguished holds no data of theirs. */
export const duplicateEraser: Eraser = {
  async erase({ db }, { customerIds }) {
    const ids = [...customerIds];
    await db.execute(sql`DELETE FROM comparison_keys WHERE id = ANY(${ids}::uuid[])`);
    await db.execute(sql`DELETE FROM compared_customers WHERE id = ANY(${ids}::uuid[])`);
    await db.execute(sql`
      DELETE FROM duplicate_pairs WHERE low_id = ANY(${ids}::uuid[]) OR high_id = ANY(${ids}::uuid[])`);
  },
};
