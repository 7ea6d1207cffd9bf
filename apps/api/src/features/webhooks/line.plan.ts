import sql from "sql-template-tag";
import { v7 as uuidV7 } from "uuid";
import type { Db } from "../../platform/database/db.js";
import { endOfFeed, type FeedPlace } from "../activity/feed.place.js";

/** How many events are put in line at once. */
const PAGE = 100;

/** What putting events in line came to. */
export interface Planned {
  count: number;
  /** Whether there is more that was done while others still write, so that its place is not certain yet. */
  unsettled: boolean;
}

interface Entry {
  id: string;
  position: string;
  event: string;
}

// The name of the event that an entry `r` of the history is, as `platform/write.ts` announces it.
const PREFIX = sql`lower(left(r.record_type, 1)) || substr(r.record_type, 2)`;
const EVENT = sql`${PREFIX} || '.' || r.action`;

// An entry, and not the end of the feed: on another server the end can lie before that of this one.
function lastEntry(db: Db, { position }: FeedPlace): Promise<FeedPlace | null> {
  return db.row<FeedPlace>(sql`
    SELECT position, id FROM activity WHERE position <= ${position}::bigint ORDER BY position DESC, id DESC LIMIT 1`);
}

/**
 * Goes on in the feed where a webhook stands, and puts what it is told of in line; nothing where `claim` no longer
 * has it. Ids grow in the order of the feed.
 */
export function planDeliveries(db: Db, webhookId: string, claim: string): Promise<Planned> {
  return db.transaction(async (held) => {
    const place = await held.row<{ position: string; feedId: string; events: string[] }>(sql`
      SELECT position, feed_id AS "feedId", events FROM webhooks
      WHERE id = ${webhookId}::uuid AND claim = ${claim}::uuid FOR UPDATE`);
    if (!place) return { count: 0, unsettled: false };
    const end = await endOfFeed(held);
    const entries = await held.rows<Entry>(sql`
      SELECT r.id, r.position, ${EVENT} AS event FROM activity r
      WHERE (r.position, r.id) > (${place.position}::bigint, ${place.feedId}::uuid)
        AND r.position <= ${end.position}::bigint
        AND ${place.events}::text[] && ARRAY['*', ${PREFIX} || '.*', ${EVENT}]
      ORDER BY r.position, r.id LIMIT ${PAGE}::int`);
    const last = entries.length === PAGE ? entries.at(-1) : await lastEntry(held, end);
    await held.execute(sql`
      INSERT INTO webhook_deliveries (id, webhook_id, activity_id, event)
      SELECT e.id, ${webhookId}::uuid, e.activity_id, e.event
      FROM unnest(${entries.map(() => uuidV7())}::uuid[], ${entries.map(({ id }) => id)}::uuid[],
        ${entries.map(({ event }) => event)}::text[]) AS e (id, activity_id, event)`);
    if (last) {
      await held.execute(sql`
        UPDATE webhooks SET position = ${last.position}::bigint, feed_id = ${last.id}::uuid WHERE id = ${webhookId}::uuid`);
    }
    const later = await held.row<{ unsettled: boolean }>(sql`
      SELECT EXISTS (SELECT 1 FROM activity WHERE position > ${end.position}::bigint) AS unsettled`);
    return { count: entries.length, unsettled: later?.unsettled ?? false };
  });
}
