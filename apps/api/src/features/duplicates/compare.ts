import { setTimeout as pause } from "node:timers/promises";
import sql, { raw } from "sql-template-tag";
import type { App } from "../../platform/app.js";
import type { Db } from "../../platform/database/db.js";
import type { JobHandler } from "../../platform/jobs/jobs.js";
import { furtherEmails, furtherPhones } from "../customers/contact-points/contactPointSql.js";
import { comparedName } from "../customers/identity/comparedName.js";
import { ALIKE, comparedDomain, nameLikeness, SIMILAR } from "./sameness.js";

// A key that more customers share is no evidence: a call centre's phone, a word that half the names contain.
const MAX_WITH_CONTACT = 20;
const MAX_WITH_DOMAIN = 200;
const MAX_WITH_WORD = 500;
/** Longer than any transaction, so that none can commit an earlier change unseen. */
const OVERLAP = "5 minutes";
const LOCK = "compare customers";
const AT_ONCE = 1_000;
const SHORTEST_PAUSE_MS = 50;

/** The job that compares many changed customers. */
export const COMPARE_QUEUE = "compare-customers";

/** The key of that job, which covers all customers. */
export const ALL_CUSTOMERS = "00000000-0000-7000-8000-000000000000";

async function changedSince(db: Db, limit: number): Promise<{ id: string; at: Date }[]> {
  return db.rows<{ id: string; at: Date }>(sql`
    SELECT r.id, r.updated_at AS at FROM customers r LEFT JOIN compared_customers m ON m.id = r.id
    WHERE r.deleted_at IS NULL AND r.status <> 'ARCHIVED'
      AND r.updated_at >= (SELECT compared_until FROM comparison_progress)
      AND m.version IS DISTINCT FROM r.version
    ORDER BY r.updated_at, r.id LIMIT ${limit}`);
}

/** Whether customers changed that were not compared since. */
export async function changesToCompare(db: Db): Promise<boolean> {
  return (await changedSince(db, 1)).length > 0;
}

/** Stores the keys by which customers are compared. */
async function writeKeys(db: Db, ids: string[]): Promise<void> {
  await db.execute(sql`
    INSERT INTO compared_customers (id, version, name, trade_name)
    SELECT r.id, r.version, ${comparedName(sql`r.legal_name`)}, ${comparedName(sql`r.trade_name`)}
    FROM customers r WHERE r.id = ANY(${ids}::uuid[])
    ON CONFLICT (id) DO UPDATE
    SET version = excluded.version, name = excluded.name, trade_name = excluded.trade_name`);
  await db.execute(sql`DELETE FROM comparison_keys WHERE id = ANY(${ids}::uuid[])`);
  // Of a name: its words, and its first and last letters for names whose only word is misspelt.
  await db.execute(sql`
    INSERT INTO comparison_keys (id, key)
    SELECT DISTINCT r.id, k.key
    FROM customers r JOIN compared_customers m ON m.id = r.id
    CROSS JOIN LATERAL (
      SELECT 'email ' || lower(r.email) AS key
      UNION ALL SELECT 'email ' || unnest(${furtherEmails("r")})
      UNION ALL SELECT 'phone ' || lower(r.phone)
      UNION ALL SELECT 'phone ' || unnest(${furtherPhones("r")})
      UNION ALL SELECT 'domain ' || ${comparedDomain(sql`r.website`, sql`r.email`)}
      UNION ALL SELECT 'name ' || r.city_key || ' ' || w.part
      FROM (VALUES (m.name), (m.trade_name)) n (name)
      CROSS JOIN LATERAL (
        SELECT unnest(string_to_array(n.name, ' ')) AS part
        UNION ALL SELECT '^' || left(replace(n.name, ' ', ''), 5)
        UNION ALL SELECT '$' || right(replace(n.name, ' ', ''), 5)
      ) w
      WHERE r.city_key <> '' AND length(w.part) > 2
    ) k
    WHERE r.id = ANY(${ids}::uuid[]) AND k.key IS NOT NULL`);
}

/** Compares customers with all that share a key with them, and stores the pairs that may be duplicates. */
async function writePairs(db: Db, ids: string[]): Promise<void> {
  const likeness = nameLikeness("a", "b");
  await db.execute(sql`
    WITH own AS MATERIALIZED (SELECT key, id FROM comparison_keys WHERE id = ANY(${ids}::uuid[])),
    shared AS MATERIALIZED (
      SELECT k.key, split_part(k.key, ' ', 1) AS kind FROM comparison_keys k
      WHERE k.key IN (SELECT key FROM own) GROUP BY k.key
      HAVING count(*) BETWEEN 2 AND CASE split_part(k.key, ' ', 1)
        WHEN 'name' THEN ${MAX_WITH_WORD}::int WHEN 'domain' THEN ${MAX_WITH_DOMAIN}::int
        ELSE ${MAX_WITH_CONTACT}::int END
    ),
    met AS MATERIALIZED (
      SELECT DISTINCT least(o.id, k.id) AS low_id, greatest(o.id, k.id) AS high_id, s.kind
      FROM own o JOIN shared s ON s.key = o.key
      JOIN comparison_keys k ON k.key = o.key AND k.id <> o.id
    ),
    compared AS (
      SELECT p.low_id, p.high_id, array_agg(p.kind) AS kinds, ${likeness}::numeric AS likeness
      FROM met p JOIN compared_customers a ON a.id = p.low_id JOIN compared_customers b ON b.id = p.high_id
      GROUP BY p.low_id, p.high_id, a.name, a.trade_name, b.name, b.trade_name
    ),
    judged AS (
      SELECT low_id, high_id, array_remove(ARRAY[
        CASE WHEN 'email' = ANY(kinds) THEN 'SAME_EMAIL' END,
        CASE WHEN 'phone' = ANY(kinds) THEN 'SAME_PHONE' END,
        CASE WHEN 'domain' = ANY(kinds) AND likeness >= ${ALIKE}::numeric THEN 'SAME_DOMAIN' END,
        CASE WHEN 'name' = ANY(kinds) AND likeness >= ${SIMILAR}::numeric THEN 'SIMILAR_NAME' END
      ], NULL) AS reasons, likeness
      FROM compared
    ),
    found AS (
      SELECT low_id, high_id, reasons, least(1, greatest(
          CASE WHEN 'SAME_EMAIL' = ANY(reasons) THEN 0.9 END,
          CASE WHEN 'SAME_PHONE' = ANY(reasons) THEN 0.85 END,
          CASE WHEN 'SAME_DOMAIN' = ANY(reasons) THEN 0.5 + likeness / 2 END,
          CASE WHEN 'SIMILAR_NAME' = ANY(reasons) THEN likeness END
        ) + 0.05 * (cardinality(reasons) - 1)) AS score
      FROM judged WHERE cardinality(reasons) > 0
    ),
    gone AS (
      DELETE FROM duplicate_pairs p
      WHERE (p.low_id = ANY(${ids}::uuid[]) OR p.high_id = ANY(${ids}::uuid[]))
        AND NOT EXISTS (SELECT 1 FROM found f WHERE f.low_id = p.low_id AND f.high_id = p.high_id)
    )
    INSERT INTO duplicate_pairs AS p (low_id, high_id, reasons, score)
    SELECT low_id, high_id, reasons, score FROM found
    ON CONFLICT (low_id, high_id) DO UPDATE SET reasons = excluded.reasons, score = excluded.score
    WHERE (p.reasons, p.score) IS DISTINCT FROM (excluded.reasons, excluded.score::numeric(4, 3))`);
}

async function advance(db: Db, until: Date | null): Promise<void> {
  await db.execute(sql`
    UPDATE comparison_progress SET compared_until = greatest(compared_until,
      least(coalesce(${until}::timestamptz, now()), now() - ${raw(`interval '${OVERLAP}'`)}))`);
}

/**
 * Compares at most so many customers that changed since they were compared; returns whether there
 * may be more, which is also so if another process is comparing already.
 */
export function compareChanged(db: Db, limit: number): Promise<boolean> {
  return db.transaction(async (tx) => {
    const lock = await tx.row<{ mine: boolean }>(
      sql`SELECT pg_try_advisory_xact_lock(hashtextextended(${LOCK}, 0)) AS mine`,
    );
    if (!lock?.mine) return true;
    const changed = await changedSince(tx, limit + 1);
    const batch = changed.slice(0, limit);
    const more = changed.length > limit;
    if (batch.length > 0) {
      const ids = batch.map((row) => row.id);
      await writeKeys(tx, ids);
      await writePairs(tx, ids);
    }
    await advance(tx, more ? (batch.at(-1)?.at ?? null) : null);
    return more;
  });
}

/** Compares all changed customers, in batches that let other work run in between. */
export async function compareAll(app: App, signal: AbortSignal): Promise<void> {
  for (;;) {
    signal.throwIfAborted();
    const started = performance.now();
    if (!(await compareChanged(app.database.db(), AT_ONCE))) return;
    await pause(Math.max(performance.now() - started, SHORTEST_PAUSE_MS));
  }
}

/** Comparing in the background. What it does not finish is queued again when duplicates are next read. */
export const comparing: JobHandler = {
  run: (app, _, signal) => compareAll(app, signal),
  giveUp: () => Promise.resolve(),
  prepareRetry: () => Promise.resolve(true),
};
