import type { Caller } from "../../../test/server.js";
import { line } from "../documents/line.factory.js";

/** A quote as tests see it. */
export interface MadeQuote {
  id: string;
  number: string;
  version: number;
}

/** Creates a quote for a customer through the API. */
export async function makeQuote(
  caller: Caller,
  customerId: string,
  input: Record<string, unknown> = {},
): Promise<MadeQuote> {
  const { data, errors } = await caller.ask<{ createQuote: { quote: MadeQuote } }>(
    `mutation ($input: CreateQuoteInput!) { createQuote(input: $input) { quote { id number version } } }`,
    { input: { customerId, ...input } },
  );
  if (errors) throw new Error(`createQuote: ${JSON.stringify(errors)}`);
  return data.createQuote.quote;
}

/** One of a customer, for the tests that try every kind of record. */
export const makeOwned = (caller: Caller, customerId: string): Promise<MadeQuote> =>
  makeQuote(caller, customerId, { lines: [line("Pão", "2", "10.00")] });
