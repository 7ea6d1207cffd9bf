import type { Pool } from "pg";
import { underMigrationLock } from "../../platform/database/migrationLock.js";

// A larger step than any server's counter takes beyond its last known value before the rows are copied.
const STEP = 2n ** 32n;

/**
 * Keeps the transaction numbers of the history increasing after its rows were moved to another PostgreSQL
 * server, whose counter starts again: the feed finds new entries by these numbers.
 */
export async function alignChangeFeed(pool: Pool): Promise<void> {
  await underMigrationLock(pool, async (client) => {
    const { rows } = await client.query<{ offset: string }>(`
      SELECT known.last - pg_snapshot_xmin(pg_current_snapshot())::text::bigint AS offset
      FROM (
        SELECT greatest(max(a.transaction_id), (SELECT next_transaction - 1 FROM feed_state)) AS last FROM activity a
      ) known
      WHERE known.last >= pg_snapshot_xmax(pg_current_snapshot())::text::bigint + change_feed_offset()`);
    const offset = rows[0]?.offset;
    if (offset === undefined) return;
    await client.query(
      `CREATE OR REPLACE FUNCTION change_feed_offset() RETURNS bigint LANGUAGE sql IMMUTABLE AS 'SELECT ${BigInt(offset) + STEP}::bigint'`,
    );
  });
}
