import sql, { type Sql } from "sql-template-tag";
import { ifItTakesChanges } from "../../platform/database/databaseFailure.js";
import type { Db } from "../../platform/database/db.js";

/** A place in the feed: what stands there was read. */
export interface FeedPlace {
  /** Of a commit: they are numbered in their order, from 1. */
  position: string;
  /** The last entry that was read of those that it wrote. */
  id: string;
}

const FIRST_ID = "00000000-0000-0000-0000-000000000000";
const LAST_ID = "ffffffff-ffff-ffff-ffff-ffffffffffff";

/** Where the feed begins. */
export const START_OF_FEED: FeedPlace = { position: "0", id: FIRST_ID };

/**
 * Gives what was committed since its positions in the feed, and answers where it ends now. Not for
 * transactions: what they write later would be taken for what was read.
 */
export async function endOfFeed(db: Db): Promise<FeedPlace> {
  // Where no changes are taken, what was given a position before is told all the same.
  await ifItTakesChanges(db.row(sql`SELECT sequence_feed()`));
  const row = await db.row<{ position: string }>(
    sql`SELECT coalesce(max(position), 0) AS position FROM feed_commits`,
  );
  if (!row) throw new Error("the database answered no position");
  return { position: row.position, id: LAST_ID };
}

/** The place that a position of earlier versions means, which were transactions in the order of their beginning; null for one that is still to come. */
export function placeOfTransaction(
  db: Db,
  transactionId: string,
  id: string,
): Promise<FeedPlace | null> {
  return db.row<FeedPlace>(sql`
    SELECT coalesce(c.position, 0) AS position,
      CASE WHEN c.transaction_id = ${transactionId}::bigint THEN ${id}::uuid ELSE ${LAST_ID}::uuid END AS id
    FROM feed_state s LEFT JOIN LATERAL (
      SELECT f.position, f.transaction_id FROM feed_commits f WHERE f.transaction_id <= ${transactionId}::bigint
      ORDER BY f.transaction_id DESC LIMIT 1) c ON true
    WHERE s.next_transaction > ${transactionId}::bigint`);
}

/** What of the feed is read. */
interface FeedSlice {
  after: FeedPlace;
  until: FeedPlace;
  /** Which entries `r`. */
  which: Sql;
  most: number;
}

/** Selects columns of entries `r`, their `id` among them, and their `position`, in the order of the feed. */
export function entriesOf(columns: Sql, { after, until, which, most }: FeedSlice): Sql {
  // The rest of a commit that was read in part, then those after it, of each no more than are asked for.
  return sql`
    SELECT * FROM (
      (SELECT ${columns}, ${after.position}::bigint AS position FROM activity r
        WHERE r.transaction_id = (SELECT transaction_id FROM feed_commits WHERE position = ${after.position}::bigint)
          AND r.id > ${after.id}::uuid AND ${which}
        ORDER BY r.id LIMIT ${most}::int)
      UNION ALL
      (SELECT e.*, c.position FROM feed_commits c CROSS JOIN LATERAL (
          SELECT ${columns} FROM activity r WHERE r.transaction_id = c.transaction_id AND ${which}
          ORDER BY r.id LIMIT ${most}::int) e
        WHERE c.position > ${after.position}::bigint AND c.position <= ${until.position}::bigint
        ORDER BY c.position, e.id LIMIT ${most}::int)
    ) entries ORDER BY position, id LIMIT ${most}::int`;
}

/** So many commits are read past again and again. */
export const MAX_COMMITS_AGAIN = 1_000n;

/** The last of entries `r` up to the end of the feed, looked for among its last commits alone; null where it is not there. */
export function lastBefore(db: Db, { position }: FeedPlace, which: Sql): Promise<FeedPlace | null> {
  return db.row<FeedPlace>(sql`
    SELECT c.position, e.id FROM feed_commits c CROSS JOIN LATERAL (
      SELECT r.id FROM activity r WHERE r.transaction_id = c.transaction_id AND ${which} ORDER BY r.id DESC LIMIT 1) e
    WHERE c.position <= ${position}::bigint AND c.position > ${position}::bigint - ${MAX_COMMITS_AGAIN}::bigint
    ORDER BY c.position DESC LIMIT 1`);
}
