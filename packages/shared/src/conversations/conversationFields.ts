import { z } from "zod";
import { choice, line, paragraphs, recordId } from "../records/fieldRules.js";
import { optional } from "../values/textRules.js";

/** How people spoke with a customer. */
export const CONVERSATION_KINDS = ["CALL", "MEETING", "EMAIL", "MESSAGE"] as const;
/** How people spoke with a customer. */
export type ConversationKind = (typeof CONVERSATION_KINDS)[number];

/** How many people of the customer one conversation can name. */
export const MAX_PARTICIPANTS = 20;

/** The rules of a conversation's fields; who is named twice took part once. */
export const conversationFields = {
  kind: choice(CONVERSATION_KINDS),
  subject: optional(line(500)),
  text: optional(paragraphs(10_000)),
  outcome: optional(line(500)),
  contactIds: z
    .array(recordId)
    .max(MAX_PARTICIPANTS)
    .transform((ids) => [...new Set(ids)]),
};
