import type { Caller } from "../../../test/server.js";
import { line } from "../documents/line.factory.js";

/** An invoice as tests see it. */
export interface MadeInvoice {
  id: string;
  number: string;
  version: number;
}

/** Creates an invoice of a customer through the API. */
export async function makeInvoice(
  caller: Caller,
  customerId: string,
  input: Record<string, unknown> = {},
): Promise<MadeInvoice> {
  const { data, errors } = await caller.ask<{ createInvoice: { invoice: MadeInvoice } }>(
    `mutation ($input: CreateInvoiceInput!) { createInvoice(input: $input) { invoice { id number version } } }`,
    { input: { customerId, ...input } },
  );
  if (errors) throw new Error(`createInvoice: ${JSON.stringify(errors)}`);
  return data.createInvoice.invoice;
}

/** One of a customer, for the tests that try every kind of record. */
export const makeOwned = (caller: Caller, customerId: string): Promise<MadeInvoice> =>
  makeInvoice(caller, customerId, { lines: [line("Pão", "2", "10.00")] });
