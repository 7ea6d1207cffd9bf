import sql from "sql-template-tag";
import type { App } from "../../platform/app.js";
import { WEBHOOK_QUEUE } from "./deliveries/deliver.js";
import { dueWebhooks } from "./deliveries/deliveryQueue.js";

const LOOK_MS = 5_000;
const TIDY_MS = 60 * 60 * 1000;
const KEPT_DAYS = 30;

/** Puts the webhooks that have something to send into the queue. */
export async function wakeWebhooks(app: App): Promise<void> {
  const db = app.database.db();
  for (const id of await dueWebhooks(db, app.clock())) {
    await app.jobs.enqueue(db, WEBHOOK_QUEUE, id);
  }
}

async function tidyDeliveries(app: App): Promise<void> {
  await app.database.db().execute(sql`
    DELETE FROM webhook_deliveries
    WHERE status <> 'PENDING' AND created_at < now() - make_interval(days => ${KEPT_DAYS}::int)`);
}

/** Looks for pending deliveries after each event, and every few seconds for those without an event. */
export async function watchWebhooks(app: App): Promise<() => Promise<void>> {
  const stopping = new AbortController();
  let looking: Promise<void> | null = null;
  let again = false;
  const failed = (error: unknown) => app.log.warn({ err: error }, "webhooks were not looked for");
  // Many events at once are one look.
  const look = () => {
    again = looking !== null;
    looking ??= wakeWebhooks(app)
      .catch(failed)
      .finally(() => {
        looking = null;
        if (again && !stopping.signal.aborted) look();
      });
  };
  const follow = async () => {
    for await (const _ of app.events.follow(() => true, stopping.signal)) look();
  };
  const following = follow();
  const timers = [
    setInterval(look, LOOK_MS),
    setInterval(() => tidyDeliveries(app).catch(failed), TIDY_MS),
  ];
  return async () => {
    stopping.abort();
    for (const timer of timers) clearInterval(timer);
    await following;
    await looking;
  };
}
