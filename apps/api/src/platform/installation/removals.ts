import sql from "sql-template-tag";
import type { Db } from "../database/db.js";
import type { Installation } from "./installation.js";
import { intoQuarantine } from "./quarantine.js";

const AT_ONCE = 500;

/** Why the bytes of a record are removed, and whether permanently: erased personal data is kept nowhere. */
export interface Removal {
  reason: string;
  forGood: boolean;
}

/** Requests the removal of objects from the storage, in the transaction that deletes their records. */
export async function askRemoval(
  db: Db,
  keys: readonly string[],
  { reason, forGood }: Removal,
): Promise<void> {
  if (keys.length === 0) return;
  await db.execute(sql`
    INSERT INTO stored_removals (key, reason, for_good)
    SELECT key, ${reason}, ${forGood} FROM unnest(${[...keys]}::text[]) key
    ON CONFLICT (key) DO UPDATE SET for_good = stored_removals.for_good OR excluded.for_good`);
}

/** Cancels requested removals: the objects exist again and are in use. */
export async function keepStored(db: Db, keys: readonly string[]): Promise<void> {
  await db.execute(sql`DELETE FROM stored_removals WHERE key = ANY(${[...keys]}::text[])`);
}

/** Performs requested removals: erased data at once, anything else by moving it to the quarantine. Each is logged. */
export async function sweepRemovals(installation: Installation, db: Db, now: Date): Promise<void> {
  const { storage, log } = installation;
  for (;;) {
    const due = await db.rows<{ key: string; reason: string; forGood: boolean }>(sql`
      SELECT key, reason, for_good AS "forGood" FROM stored_removals ORDER BY asked_at LIMIT ${AT_ONCE}`);
    if (due.length === 0 || !(await installation.maySweep())) return;
    for (const { key, reason, forGood } of due) {
      if (forGood) {
        await storage.remove(key);
        log.info({ key, reason }, "removed from the storage for good");
      } else await intoQuarantine(installation, key, reason, now);
      await db.execute(sql`DELETE FROM stored_removals WHERE key = ${key}`);
    }
  }
}
