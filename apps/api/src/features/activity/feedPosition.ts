import sql, { type Sql } from "sql-template-tag";
import { ifItTakesChanges } from "../../platform/database/databaseFailure.js";
import type { Db } from "../../platform/database/db.js";

/** A position in the feed: everything up to it was read. */
export interface FeedPlace {
  /** The number of a commit: commits are numbered in order from 1. */
  position: string;
  /** The last of its entries that was read. */
  id: string;
}

const FIRST_ID = "00000000-0000-0000-0000-000000000000";
const LAST_ID = "ffffffff-ffff-ffff-ffff-ffffffffffff";

/** The beginning of the feed. */
export const START_OF_FEED: FeedPlace = { position: "0", id: FIRST_ID };

/**
 * Assigns positions in the feed to what was committed since, and returns the current end. Not to be called
 * in a transaction that writes: its later writes would count as read.
 */
export async function endOfFeed(db: Db): Promise<FeedPlace> {
  // In a read-only session no positions can be assigned; entries that have one are returned all the same.
  await ifItTakesChanges(db.row(sql`SELECT sequence_feed()`));
  const row = await db.row<{ position: string }>(
    sql`SELECT coalesce(max(position), 0) AS position FROM feed_commits`,
  );
  if (!row) throw new Error("the database returned no position");
  return { position: row.position, id: LAST_ID };
}

/** The position that a cursor of earlier versions means, which counted transactions by their start; null for one that is still to come. */
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

/** The parameters of a read from the feed. */
interface FeedSlice {
  after: FeedPlace;
  until: FeedPlace;
  /** The condition on entries `r`. */
  which: Sql;
  most: number;
}

/** Selects columns of entries `r`, their `id` among them, and their `position`, in the order of the feed. */
export function entriesOf(columns: Sql, { after, until, which, most }: FeedSlice): Sql {
  // The rest of a commit that was read in part, then later ones, with no more entries of each than are wanted.
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

/** The number of commits that may be skipped again on every read. */
export const MAX_COMMITS_AGAIN = 1_000n;

/** The last of the entries `r` up to the end of the feed, searched among its last commits only; null if it is not there. */
export function lastBefore(db: Db, { position }: FeedPlace, which: Sql): Promise<FeedPlace | null> {
  return db.row<FeedPlace>(sql`
    SELECT c.position, e.id FROM feed_commits c CROSS JOIN LATERAL (
      SELECT r.id FROM activity r WHERE r.transaction_id = c.transaction_id AND ${which} ORDER BY r.id DESC LIMIT 1) e
    WHERE c.position <= ${position}::bigint AND c.position > ${position}::bigint - ${MAX_COMMITS_AGAIN}::bigint
    ORDER BY c.position DESC LIMIT 1`);
}
