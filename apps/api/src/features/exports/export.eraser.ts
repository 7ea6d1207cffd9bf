import sql from "sql-template-tag";
import { askRemoval } from "../../platform/installation/removals.js";
import type { Eraser } from "../../platform/records/eraser.js";
import { keyOfExport } from "./runExport.js";

/** Exports can hold anyone: all are deleted with their files, and those under way fail; they can be made again. */
export const exportEraser: Eraser = {
  async erase({ db }) {
    // What is being written has read the person already: it ends without a file (runExport).
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
