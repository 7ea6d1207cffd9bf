import { recordId } from "@clientela/shared/records/fieldRules";
import { z } from "zod";
import type { Context } from "../../platform/context.js";
import { addressIn, mayReach, type OwnNetworks } from "./deliveries/webhookTarget.js";
import { eventIssues, knownEvents } from "./webhookEvents.js";

/** Whether events may be sent to a URL: how it is called, or what is wrong with it. */
function judgeUrl(text: string, own: OwnNetworks): { value: string } | { code: string } {
  const url = URL.parse(text);
  if (!url || !["https:", "http:"].includes(url.protocol)) return { code: "invalid_url" };
  if (url.username || url.password) return { code: "url_with_password" };
  // Host names are resolved when something is sent, which decides where they point at that time.
  const address = addressIn(url) ?? (/(^|\.)localhost\.?$/.test(url.hostname) ? "127.0.0.1" : null);
  if (url.protocol === "http:" && own.length === 0) return { code: "https_required" };
  if (address !== null && !mayReach(address, url.protocol, own)) return { code: "private_address" };
  url.hash = "";
  return { value: url.href };
}

// All issues are reported together, whichever field they are in.
function fieldsFor(context: Context) {
  return {
    url: z
      .string()
      .trim()
      .min(1)
      .max(2000)
      .transform((text, { addIssue }) => {
        const judged = judgeUrl(text, context.app.webhookNetworks);
        if ("value" in judged) return judged.value;
        addIssue({ code: "custom", message: judged.code });
        return z.NEVER;
      }),
    // Each once.
    events: z
      .array(z.string().max(100))
      .min(1)
      .max(knownEvents(context).length)
      .transform((events, { addIssue }) => {
        for (const { path, code, params } of eventIssues(context, events)) {
          addIssue({ code: "custom", message: code, path: [path], params });
        }
        return [...new Set(events)];
      }),
    description: z
      .string()
      .trim()
      .max(200)
      .transform((text) => text || null)
      .nullish(),
  };
}

/** The rules for the fields of a new webhook, for its creator. */
export const createRules = (context: Context) => z.object(fieldsFor(context));

/** The rules for changes to a webhook, for who makes them. */
export function updateRules(context: Context) {
  const { url, events, description } = fieldsFor(context);
  return z.object({
    id: recordId,
    version: z.number(),
    url: url.nullish(),
    events: events.nullish(),
    description,
    enabled: z.boolean().nullish(),
  });
}
