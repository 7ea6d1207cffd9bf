import sql from "sql-template-tag";
import type { BatchLoader } from "../../../platform/readContext.js";
import { inOrder } from "../../../platform/request/loader.js";

interface Pair {
  id: string;
  earlierId: string | null;
}

const none: Pair = { id: "", earlierId: null };

/** For each import, the latest earlier import of the identical file that wrote rows or is about to. */
export const earlierImportId: BatchLoader<string, undefined, string | null> = async (
  ids,
  _,
  reading,
) => {
  const pairs = await reading.db.rows<Pair>(sql`
    SELECT DISTINCT ON (n.id) n.id, e.id AS "earlierId"
    FROM imports n JOIN files nf ON nf.id = n.file_id
    JOIN files f ON f.sha256 = nf.sha256 JOIN imports e ON e.file_id = f.id AND e.record_type = n.record_type
    WHERE n.id = ANY(${ids}::uuid[]) AND (e.created_at, e.id) < (n.created_at, n.id)
      AND (e.status IN ('RUNNING', 'PAUSED', 'DONE') OR (e.applied_line > 0 AND e.status <> 'UNDONE'))
    ORDER BY n.id, e.created_at DESC, e.id DESC`);
  return inOrder(ids, pairs, ({ id }) => id, none).map(({ earlierId }) => earlierId);
};
