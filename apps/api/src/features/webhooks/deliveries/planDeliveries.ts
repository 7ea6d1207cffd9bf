import sql from "sql-template-tag";
import { v7 as uuidV7 } from "uuid";
import type { Db } from "../../../platform/database/db.js";
import { endOfFeed, entriesOf, type FeedPlace } from "../../activity/feedPosition.js";

/** How many events are put in line at once. */
const PAGE = 500;

interface Entry extends FeedPlace {
  event: string;
}

// The name of the event that an entry `r` of the history is, as `platform/write.ts` announces it.
const PREFIX = sql`lower(left(r.record_type, 1)) || substr(r.record_type, 2)`;
const EVENT = sql`${PREFIX} || '.' || r.action`;

/**
 * Goes on in the feed where a webhook stands, and puts what it is told of in line; nothing where `claim` no longer
 * has it. Ids grow in the order of the feed. Returns how many those are.
 */
export async function planDeliveries(db: Db, webhookId: string, claim: string): Promise<number> {
  const until = await endOfFeed(db);
  return db.transaction(async (held) => {
    const place = await held.row<{ position: string; feedId: string; events: string[] }>(sql`
      SELECT position, feed_id AS "feedId", events FROM webhooks
      WHERE id = ${webhookId}::uuid AND claim = ${claim}::uuid FOR UPDATE`);
    if (!place) return 0;
    const entries = await held.rows<Entry>(
      entriesOf(sql`r.id, ${EVENT} AS event`, {
        after: { position: place.position, id: place.feedId },
        until,
        which: sql`${place.events}::text[] && ARRAY['*', ${PREFIX} || '.*', ${EVENT}]`,
        most: PAGE,
      }),
    );
    const last = (entries.length === PAGE ? entries.at(-1) : undefined) ?? until;
    await held.execute(sql`
      INSERT INTO webhook_deliveries (id, webhook_id, activity_id, event)
      SELECT e.id, ${webhookId}::uuid, e.activity_id, e.event
      FROM unnest(${entries.map(() => uuidV7())}::uuid[], ${entries.map(({ id }) => id)}::uuid[],
        ${entries.map(({ event }) => event)}::text[]) AS e (id, activity_id, event)`);
    await held.execute(sql`
      UPDATE webhooks SET position = ${last.position}::bigint, feed_id = ${last.id}::uuid
      WHERE id = ${webhookId}::uuid AND (position, feed_id) <> (${last.position}::bigint, ${last.id}::uuid)`);
    return entries.length;
  });
}
