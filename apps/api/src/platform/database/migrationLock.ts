import { setTimeout as pause } from "node:timers/promises";
import type { Pool, PoolClient } from "pg";

// Any number that no other program of the installation uses as an advisory lock.
const MIGRATION_LOCK = 7_205_911_402;
const POLL_MS = 200;

/** Runs `work` on a connection while no other process migrates the database. */
export async function underMigrationLock<T>(
  pool: Pool,
  work: (client: PoolClient) => Promise<T>,
): Promise<T> {
  const client = await pool.connect();
  try {
    await take(client);
    try {
      return await work(client);
    } finally {
      await client.query("SELECT pg_advisory_unlock($1)", [MIGRATION_LOCK]);
    }
  } finally {
    client.release();
  }
}

// A waiting statement holds a snapshot, which in turn blocks an index that is built concurrently.
async function take(client: PoolClient): Promise<void> {
  for (;;) {
    const { rows } = await client.query("SELECT pg_try_advisory_lock($1) AS held", [
      MIGRATION_LOCK,
    ]);
    if (rows[0]?.held) return;
    await pause(POLL_MS);
  }
}
