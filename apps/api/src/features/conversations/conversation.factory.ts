import type { Caller } from "../../../test/server.js";

/** A conversation as tests see it. */
export interface MadeConversation {
  id: string;
  version: number;
}

/** Logs a conversation with a customer through the API. */
export async function makeConversation(
  caller: Caller,
  customerId: string,
  input: Record<string, unknown> = {},
): Promise<MadeConversation> {
  const { data, errors } = await caller.ask<{
    createConversation: { conversation: MadeConversation };
  }>(
    `mutation ($input: CreateConversationInput!) { createConversation(input: $input) { conversation { id version } } }`,
    { input: { customerId, kind: "CALL", text: "Pediu um novo orçamento", ...input } },
  );
  if (errors) throw new Error(`createConversation: ${JSON.stringify(errors)}`);
  return data.createConversation.conversation;
}

/** One of a customer, for the tests that try every kind of record. */
export const makeOwned = (caller: Caller, customerId: string): Promise<MadeConversation> =>
  makeConversation(caller, customerId);
