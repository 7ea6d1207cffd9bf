import sql from "sql-template-tag";
import type { Db } from "../../platform/database/db.js";

/** A place in the feed: what stands there was told. */
export interface FeedPlace {
  position: string;
  id: string;
}

const LAST_ID = "ffffffff-ffff-ffff-ffff-ffffffffffff";

/** How far the feed goes: all that is there was done by transactions that ended, and so did all before them. */
export async function endOfFeed(db: Db): Promise<FeedPlace> {
  const row = await db.row<{ position: string }>(
    sql`SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint - 1 + change_feed_offset() AS position`,
  );
  if (!row) throw new Error("the database answered no snapshot");
  return { position: row.position, id: LAST_ID };
}
