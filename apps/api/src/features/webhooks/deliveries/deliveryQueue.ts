import sql from "sql-template-tag";
import type { Db } from "../../../platform/database/db.js";
import { type EntryRow, entryColumns } from "../../activity/feedEntry.js";

// Longer than a receiver may take, so that a process that died is not waited for.
const CLAIM_SECONDS = 30;

/** A webhook that a process has in hand. */
export interface HeldWebhook {
  id: string;
  url: string;
  /** The present secret, and the one before while it still signs; both sealed. */
  sealedSecrets: string[];
  /** Set while it waits with what its receiver did not take. */
  retryAt: Date | null;
  /** Whether its receiver did not take what was sent last. */
  isFailing: boolean;
  version: number;
  claim: string;
}

/** Takes a webhook in hand, or keeps it; null where another process has it, and where it is off or gone. */
export function holdWebhook(
  db: Db,
  webhookId: string,
  claim: string,
  now: Date,
): Promise<HeldWebhook | null> {
  return db.row<HeldWebhook>(sql`
    UPDATE webhooks SET claim = ${claim}::uuid, claimed_until = now() + make_interval(secs => ${CLAIM_SECONDS}::int)
    WHERE id = ${webhookId}::uuid AND disabled_at IS NULL
      AND (claim = ${claim}::uuid OR claim IS NULL OR claimed_until < now())
    RETURNING id, url, version, claim, retry_at AS "retryAt", failing_since IS NOT NULL AS "isFailing",
      array_remove(ARRAY[sealed_secret, CASE WHEN former_secret_until > ${now} THEN former_sealed_secret END], NULL) AS "sealedSecrets"`);
}

/** Lets a webhook go. */
export async function releaseWebhook(db: Db, webhookId: string, claim: string): Promise<void> {
  await db.execute(sql`
    UPDATE webhooks SET claim = NULL, claimed_until = NULL WHERE id = ${webhookId}::uuid AND claim = ${claim}::uuid`);
}

/** An event to be sent, with the history entry that it reports. */
export interface PendingDelivery extends EntryRow {
  deliveryId: string;
  event: string;
  attempts: number;
  /** Sent again at a person's request: its failure does not block the queue. */
  isRedelivery: boolean;
}

/** The next events to send: those that a person requested again, then the queue unless it is paused. */
export function pendingDeliveries(
  db: Db,
  webhookId: string,
  { waits, most }: { waits: boolean; most: number },
): Promise<PendingDelivery[]> {
  return db.rows<PendingDelivery>(sql`
    SELECT d.id AS "deliveryId", d.event, d.attempts, d.asked_again AS "isRedelivery", ${entryColumns}
    FROM webhook_deliveries d JOIN activity r ON r.id = d.activity_id
    WHERE d.webhook_id = ${webhookId}::uuid AND (d.asked_again OR (d.status = 'PENDING' AND NOT ${waits}::boolean))
    ORDER BY d.asked_again DESC, d.id LIMIT ${most}::int`);
}

/** The webhooks that have something to send, or to look for; one alone where an id is given. */
export async function dueWebhooks(
  db: Db,
  now: Date,
  only: string | null = null,
): Promise<string[]> {
  // What was committed since has its position in the feed before it is looked for.
  await db.row(sql`
    SELECT sequence_feed() FROM (SELECT 1 FROM webhooks WHERE disabled_at IS NULL LIMIT 1) enabled`);
  const rows = await db.rows<{ id: string }>(sql`
    SELECT w.id FROM webhooks w
    WHERE w.disabled_at IS NULL AND (${only}::uuid IS NULL OR w.id = ${only}::uuid) AND (
      EXISTS (SELECT 1 FROM webhook_deliveries d WHERE d.webhook_id = w.id AND d.asked_again)
      OR (w.retry_at IS NULL OR w.retry_at <= ${now}) AND (
        EXISTS (SELECT 1 FROM webhook_deliveries d WHERE d.webhook_id = w.id AND d.status = 'PENDING')
        OR EXISTS (SELECT 1 FROM feed_commits c WHERE c.position > w.position)
        OR EXISTS (
          SELECT 1 FROM feed_commits c JOIN activity a ON a.transaction_id = c.transaction_id
          WHERE c.position = w.position AND a.id > w.feed_id)))`);
  return rows.map(({ id }) => id);
}
