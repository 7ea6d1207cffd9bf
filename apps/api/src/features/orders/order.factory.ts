import type { Caller } from "../../../test/server.js";
import { line } from "../documents/line.factory.js";

/** An order as tests see it. */
export interface MadeOrder {
  id: string;
  number: string;
  version: number;
}

/** Creates an order of a customer through the API. */
export async function makeOrder(
  caller: Caller,
  customerId: string,
  input: Record<string, unknown> = {},
): Promise<MadeOrder> {
  const { data, errors } = await caller.ask<{ createOrder: { order: MadeOrder } }>(
    `mutation ($input: CreateOrderInput!) { createOrder(input: $input) { order { id number version } } }`,
    { input: { customerId, ...input } },
  );
  if (errors) throw new Error(`createOrder: ${JSON.stringify(errors)}`);
  return data.createOrder.order;
}

/** One of a customer, for the tests that try every kind of record. */
export const makeOwned = (caller: Caller, customerId: string): Promise<MadeOrder> =>
  makeOrder(caller, customerId, { lines: [line("Pão", "2", "10.00")] });
