import { z } from "zod";
import type { Context } from "../../platform/context.js";
import { Invalid } from "../../platform/errors.js";
import { readableTypes, toldTypes } from "../../platform/records/recordTypes.js";
import { eventPrefix } from "../../platform/records/write.js";
import { addressIn, mayReach, type OwnNetworks } from "./webhook.target.js";

const EVERYTHING = "*";
const EVENT = /^([a-zA-Z]+)\.(?:\*|[a-zA-Z_]+)$/;

const fields = {
  url: z.string().trim().min(1).max(2000),
  events: z.array(z.string().max(100)).min(1).max(100),
  description: z
    .string()
    .trim()
    .max(200)
    .transform((text) => text || null)
    .nullish(),
};

/** The rules of a new webhook's fields. */
export const createRules = z.object(fields);

/** The rules of changes to a webhook. */
export const updateRules = z.object({
  id: z.uuid("invalid_id"),
  version: z.number(),
  url: fields.url.nullish(),
  events: fields.events.nullish(),
  description: fields.description,
  enabled: z.boolean().nullish(),
});

/** The URL as it is called. Throws Invalid where events must not be sent there. */
export function checkedUrl(text: string, own: OwnNetworks): string {
  const refuse = (code: string) => new Invalid([{ path: "url", code }]);
  const url = URL.parse(text);
  if (!url || !["https:", "http:"].includes(url.protocol)) throw refuse("invalid_url");
  if (url.username || url.password) throw refuse("url_with_password");
  // Names are looked up when something is sent there, which tells where they lead at that time.
  const address = addressIn(url) ?? (/(^|\.)localhost\.?$/.test(url.hostname) ? "127.0.0.1" : null);
  if (url.protocol === "http:" && own.length === 0) throw refuse("https_required");
  if (address !== null && !mayReach(address, url.protocol, own)) throw refuse("private_address");
  url.hash = "";
  return url.href;
}

/**
 * What a webhook is told of, each once. Throws Invalid for what is no event, and for records that the caller may
 * not read: whoever may make webhooks hears no more through them than otherwise.
 */
export function checkedEvents({ actor }: Context, events: readonly string[]): string[] {
  const readable = new Set(readableTypes(actor).map(eventPrefix));
  const all = toldTypes().map(eventPrefix);
  const issues = events.flatMap((event, index) => {
    const path = `events.${index}`;
    const [, type = ""] = EVENT.exec(event) ?? [];
    const meant = event === EVERYTHING ? all : all.filter((one) => one === type);
    if (meant.length === 0) return [{ path, code: "unknown_event" }];
    return meant.every((one) => readable.has(one)) ? [] : [{ path, code: "beyond_role" }];
  });
  if (issues.length > 0) throw new Invalid(issues);
  return [...new Set(events)];
}
