import sql from "sql-template-tag";
import { askRemoval } from "../../platform/installation/removals.js";
import type { Eraser } from "../../platform/records/eraser.js";
import { keyOfFile } from "./fileBytes.js";

/** Deletes files if requested, including those in the trash; the sweeper then removes their bytes. */
export const fileEraser: Eraser = {
  history: ({ includeFiles }) => ({ File: includeFiles ? ["name", "sha256", "externalIds"] : [] }),
  async erase({ db }, { recordIds, includeFiles }) {
    if (!includeFiles) return;
    const gone = await db.rows<{ id: string }>(
      sql`DELETE FROM files WHERE customer_id = ANY(${[...recordIds]}::uuid[]) RETURNING id`,
    );
    await askRemoval(
      db,
      gone.map(({ id }) => keyOfFile(id)),
      { reason: "erased", forGood: true },
    );
  },
};
