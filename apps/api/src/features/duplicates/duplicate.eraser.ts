import sql from "sql-template-tag";
import type { Eraser } from "../../platform/records/eraser.js";

/** Erases the keys that customers are compared by; dismissed pairs hold no personal data. */
export const duplicateEraser: Eraser = {
  async erase({ db }, { recordIds }) {
    const ids = [...recordIds];
    await db.execute(sql`DELETE FROM comparison_keys WHERE id = ANY(${ids}::uuid[])`);
    await db.execute(sql`DELETE FROM compared_customers WHERE id = ANY(${ids}::uuid[])`);
    await db.execute(sql`
      DELETE FROM duplicate_pairs WHERE low_id = ANY(${ids}::uuid[]) OR high_id = ANY(${ids}::uuid[])`);
  },
};
