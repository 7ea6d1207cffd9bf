import type { Caller } from "../../../test/server.js";

/** A customer as tests use it. */
export interface MadeCustomer {
  id: string;
  number: string;
  version: number;
}

/** Creates a customer through the API. */
export async function makeCustomer(
  caller: Caller,
  input: Record<string, unknown> = {},
): Promise<MadeCustomer> {
  const { data, errors } = await caller.ask<{ createCustomer: { customer: MadeCustomer } }>(
    `mutation ($input: CreateCustomerInput!) { createCustomer(input: $input) { customer { id number version } } }`,
    {
      input: {
        legalName: "Padaria São João Ltda",
        address: { city: "Recife", country: "BR" },
        ...input,
      },
    },
  );
  if (errors) throw new Error(`createCustomer: ${JSON.stringify(errors)}`);
  return data.createCustomer.customer;
}
