import type { Caller } from "../../../test/server.js";

/** A deal as tests see it. */
export interface MadeDeal {
  id: string;
  version: number;
}

/** Creates a deal of a customer through the API. */
export async function makeDeal(
  caller: Caller,
  customerId: string,
  input: Record<string, unknown> = {},
): Promise<MadeDeal> {
  const { data, errors } = await caller.ask<{ createDeal: { deal: MadeDeal } }>(
    `mutation ($input: CreateDealInput!) { createDeal(input: $input) { deal { id version } } }`,
    { input: { customerId, title: "Reforma da loja", ...input } },
  );
  if (errors) throw new Error(`createDeal: ${JSON.stringify(errors)}`);
  return data.createDeal.deal;
}

/** One of a customer, for the tests that try every kind of record. */
export const makeOwned = (caller: Caller, customerId: string): Promise<MadeDeal> =>
  makeDeal(caller, customerId, { ownerId: caller.userId });
