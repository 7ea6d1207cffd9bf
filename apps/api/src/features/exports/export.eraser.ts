import sql from "sql-template-tag";
import { askRemoval } from "../../platform/installation/removals.js";
import type { Eraser } from "../../platform/records/eraser.js";
import { keyOfExport } from "./runExport.js";

/** An export can contain anyone: all are deleted with their files, and running ones fail; they can be requested again. */
export const exportEraser: Eraser = {
  async erase({ db }) {
    // A running export has read the person's data already: it ends without a file (runExport).
    await db.execute(sql`
      UPDATE exports SET status = 'FAILED', question = jsonb_build_object('language', question->'language'),
        finished_at = now(), updated_at = now(), version = version + 1
      WHERE status = 'RUNNING'`);
    const gone = await db.rows<{ id: string }>(
      sql`DELETE FROM exports WHERE status <> 'FAILED' OR finished_at < now() RETURNING id`,
    );
    await askRemoval(
      db,
      gone.map(({ id }) => keyOfExport(id)),
      { reason: "an export that may hold an erased person", forGood: true },
    );
  },
};
