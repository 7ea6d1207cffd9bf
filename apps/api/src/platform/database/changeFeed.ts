import type { Pool } from "pg";
import { underMigrationLock } from "./migrationLock.js";

// Further than any server counts beyond the last entry of the history before its rows are copied.
const STEP = 2n ** 32n;

/**
 * Keeps the history's places in the feed growing where its rows were brought to another PostgreSQL server, which
 * counts transactions from anew: what is written from now on comes after all that is there.
 */
export async function alignChangeFeed(pool: Pool): Promise<void> {
  await underMigrationLock(pool, async (client) => {
    const { rows } = await client.query<{ offset: string }>(`
      SELECT max(position) - pg_snapshot_xmin(pg_current_snapshot())::text::bigint AS offset
      FROM activity HAVING max(position) >= pg_snapshot_xmax(pg_current_snapshot())::text::bigint + change_feed_offset()`);
    const offset = rows[0]?.offset;
    if (offset === undefined) return;
    await client.query(
      `CREATE OR REPLACE FUNCTION change_feed_offset() RETURNS bigint LANGUAGE sql IMMUTABLE AS 'SELECT ${BigInt(offset) + STEP}::bigint'`,
    );
  });
}
