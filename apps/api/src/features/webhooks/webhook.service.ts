import sql from "sql-template-tag";
import type { Context } from "../../platform/context.js";
import { Invalid } from "../../platform/errors.js";
import { parseId, parseInput } from "../../platform/graph/parseInput.js";
import { rowsById } from "../../platform/records/byId.js";
import {
  changeRecord,
  insertRecord,
  lockRecord,
  recordActivity,
  type Subject,
  updateRecord,
  type Values,
} from "../../platform/records/write.js";
import { seal } from "../../platform/security/sealedSecret.js";
import { endOfFeed } from "../activity/feedPosition.js";
import { newSigningSecret } from "./deliveries/webhookSignature.js";
import { Webhook } from "./webhook.entity.js";
import type { CreateWebhookInput, UpdateWebhookInput } from "./webhook.input.js";
import { createRules, updateRules } from "./webhook.rules.js";
import { hiddenEvents } from "./webhookEvents.js";

/** How many webhooks there can be. */
export const MAX_WEBHOOKS = 50;
const FORMER_SECRET_MS = 24 * 60 * 60 * 1000;

/** How webhooks appear in the history and in events; the state of their deliveries is not recorded. */
export const webhookSubject: Subject<Webhook, "Webhook"> = {
  type: Webhook,
  name: "Webhook",
  parentIdOf: () => null,
  excludedFields: [
    "sealedSecret",
    "formerSealedSecret",
    "formerSecretUntil",
    "failingSince",
    "retryAt",
    "position",
    "feedId",
  ],
};

/** A webhook and the secret that is shown this once. */
export interface WebhookWithSecret {
  webhook: Webhook;
  secret: string;
}

/** All webhooks, the newest first. */
export function webhooks({ db }: Context): Promise<Webhook[]> {
  return db.manager.find(Webhook, { order: { id: "DESC" } });
}

/** Webhooks by id. */
export const webhookById = rowsById(Webhook, [sql`true`]);

/** Creates a webhook, which is notified of future events. Throws Invalid, also for more than 50. */
export async function createWebhook(
  context: Context,
  input: CreateWebhookInput,
): Promise<WebhookWithSecret> {
  const { app, db } = context;
  const { url, events, description } = parseInput(createRules(context), input);
  if ((await db.manager.count(Webhook)) >= MAX_WEBHOOKS) {
    throw new Invalid([{ path: "url", code: "too_many", params: { max: MAX_WEBHOOKS } }]);
  }
  const secret = newSigningSecret();
  const { position, id: feedId } = await endOfFeed(app.database.db());
  const sealedSecret = await seal(app, db, secret);
  const webhook = await insertRecord(context, webhookSubject, {
    url,
    events,
    description: description ?? null,
    sealedSecret,
    position,
    feedId,
  });
  return { webhook, secret };
}

const lockWebhook = (context: Context, id: string) => lockRecord(context, Webhook, id, sql`true`);

// Switched on, or sent elsewhere, what it did not take is tried at once.
function switched(current: Webhook, now: Date, enabled: boolean | null | undefined) {
  if (enabled == null || enabled === current.enabled()) return {};
  return enabled ? { disabledAt: null, failingSince: null, retryAt: null } : { disabledAt: now };
}

/** Changes a webhook. Throws NotFound, Invalid, and Conflict for a stale version. */
export async function updateWebhook(context: Context, input: UpdateWebhookInput): Promise<Webhook> {
  const { id, version, url, events, description, enabled } = parseInput(
    updateRules(context),
    input,
  );
  const current = await lockWebhook(context, id);
  // Whoever changes the address may read what is sent there.
  const hidden = events ? [] : hiddenEvents(context, current.events);
  if (hidden.length > 0) {
    throw new Invalid(hidden.map((issue) => ({ ...issue, path: `events.${issue.path}` })));
  }
  const values: Values<Webhook> = {
    ...(url == null ? {} : { url, retryAt: null }),
    ...(events == null ? {} : { events }),
    ...(description === undefined ? {} : { description }),
    ...switched(current, context.now, enabled),
  };
  return updateRecord(context, webhookSubject, current, version, values);
}

/** Gives a webhook a new secret; the one before signs next to it for a day. Throws NotFound. */
export async function rotateWebhookSecret(
  context: Context,
  id: string,
): Promise<WebhookWithSecret> {
  const current = await lockWebhook(context, parseId(id));
  const secret = newSigningSecret();
  const values = {
    sealedSecret: await seal(context.app, context.db, secret),
    formerSealedSecret: current.sealedSecret,
    formerSecretUntil: new Date(context.now.getTime() + FORMER_SECRET_MS),
  };
  const webhook = await changeRecord(
    context,
    webhookSubject,
    current,
    current.version,
    values,
    "secret_renewed",
  );
  return { webhook, secret };
}

/** Deletes a webhook with its deliveries, for good. Throws NotFound. */
export async function deleteWebhook(context: Context, id: string): Promise<Webhook> {
  const webhook = await lockWebhook(context, parseId(id));
  await context.db.manager.delete(Webhook, { id: webhook.id });
  await recordActivity(context, webhookSubject, [webhook], "deleted");
  return webhook;
}
