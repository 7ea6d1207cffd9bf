import { conversationFields } from "@clientela/shared/conversations/conversationFields";
import { z } from "zod";
import { parseInput } from "../../platform/graph/parseInput.js";
import type { Values } from "../../platform/records/write.js";
import type { Conversation } from "./conversation.entity.js";
import type { CreateConversationInput, UpdateConversationInput } from "./conversation.input.js";

// Clocks of other systems may be ahead of ours by so much.
const CLOCK_SKEW_MS = 5 * 60_000;
const EARLIEST = new Date("1900-01-01T00:00:00Z");

const occurredAt = (now: Date) =>
  z
    .date({ error: "required" })
    .refine((at) => at >= EARLIEST, { error: "invalid_date" })
    .refine((at) => at.getTime() <= now.getTime() + CLOCK_SKEW_MS, { error: "in_the_future" });

const createSchema = (now: Date) =>
  z.object({
    ...conversationFields,
    occurredAt: occurredAt(now).nullish(),
    contactIds: conversationFields.contactIds.nullish(),
  });
const updateSchema = (now: Date) =>
  z.object({
    ...conversationFields,
    kind: conversationFields.kind.optional(),
    occurredAt: occurredAt(now).optional(),
    contactIds: conversationFields.contactIds.nullish(),
  });

/** Checks a new conversation. Throws Invalid with every path that is wrong. */
export function checkNewConversation(
  input: CreateConversationInput,
  now: Date,
): Values<Conversation> & { contactIds: string[] } {
  const { contactIds, ...rest } = parseInput(createSchema(now), input);
  return { ...rest, occurredAt: rest.occurredAt ?? now, contactIds: contactIds ?? [] };
}

/** Checks changes to a conversation. Throws Invalid with every path that is wrong. */
export function checkConversationChanges(
  input: UpdateConversationInput,
  now: Date,
): Values<Conversation> {
  const { contactIds, ...rest } = parseInput(updateSchema(now), input);
  return contactIds === undefined ? rest : { ...rest, contactIds: contactIds ?? [] };
}
