import sql, { type Sql } from "sql-template-tag";
import { databaseErrorCode } from "./constraints.js";
import type { Db } from "./db.js";

const CANCELLED = "57014";
const NOT_ALLOWED = "42501";

const keyOf = (subject: string): Sql => sql`hashtextextended(${subject}, 0)`;

/** Declares what a transaction is working on, until it ends: `cancelWork` cancels its statement. */
export async function markWork(db: Db, subject: string): Promise<void> {
  await db.execute(sql`SELECT pg_advisory_xact_lock_shared(${keyOf(subject)})`);
}

/**
 * Cancels the statements of other transactions that work on a subject, in any process; they throw an error that
 * `isCancelled` recognizes. Call it in a transaction. Without the privilege to cancel, they run to their end.
 */
export async function cancelWork(db: Db, subject: string): Promise<void> {
  try {
    await db.attempt(() =>
      db.execute(sql`
        SELECT pg_cancel_backend(l.pid) FROM pg_locks l CROSS JOIN (SELECT ${keyOf(subject)} AS key) k
        WHERE l.locktype = 'advisory' AND l.objsubid = 1 AND l.pid <> pg_backend_pid()
          AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())
          AND l.classid::bigint = (k.key >> 32) & 4294967295 AND l.objid::bigint = k.key & 4294967295`),
    );
  } catch (error) {
    if (databaseErrorCode(error) !== NOT_ALLOWED) throw error;
  }
}

/** Whether an error means that a statement was cancelled. */
export const isCancelled = (error: unknown): boolean => databaseErrorCode(error) === CANCELLED;
