import type { Caller } from "../../../test/server.js";

/** A promise to pay as tests see it. */
export interface MadePromise {
  id: string;
  version: number;
}

/** Enters a promise of a customer through the API. */
export async function makePromise(
  caller: Caller,
  customerId: string,
  input: Record<string, unknown> = {},
): Promise<MadePromise> {
  const { data, errors } = await caller.ask<{
    createPromiseToPay: { promiseToPay: MadePromise };
  }>(
    "mutation ($input: CreatePromiseToPayInput!) { createPromiseToPay(input: $input) { promiseToPay { id version } } }",
    {
      input: {
        customerId,
        madeOn: "2026-01-05",
        dueOn: "2026-01-20",
        amount: "100",
        currency: "BRL",
        ...input,
      },
    },
  );
  if (errors) throw new Error(`createPromiseToPay: ${JSON.stringify(errors)}`);
  return data.createPromiseToPay.promiseToPay;
}

/** One of a customer, for the tests that try every kind of record. */
export const makeOwned = (caller: Caller, customerId: string): Promise<MadePromise> =>
  makePromise(caller, customerId);
