import sql from "sql-template-tag";
import type { Eraser } from "../../platform/records/eraser.js";

/** Files go where that is asked for, those in the trash too; the sweeper then takes their bytes. */
export const fileEraser: Eraser = {
  history: ({ withFiles }) => ({ File: withFiles ? ["name", "sha256"] : [] }),
  async erase({ db }, { customerIds, withFiles }) {
    if (!withFiles) return;
    await db.execute(sql`DELETE FROM files WHERE customer_id = ANY(${[...customerIds]}::uuid[])`);
  },
};
