import type { Caller } from "../../../test/server.js";

/** A person at a customer as tests see it. */
export interface MadeContact {
  id: string;
  version: number;
}

/** Creates a person through the API. */
export async function makeContact(
  caller: Caller,
  customerId: string,
  input: Record<string, unknown> = {},
): Promise<MadeContact> {
  const { data, errors } = await caller.ask<{ createContact: { contact: MadeContact } }>(
    `mutation ($input: CreateContactInput!) { createContact(input: $input) { contact { id version } } }`,
    { input: { customerId, name: "Ana Souza", ...input } },
  );
  if (errors) throw new Error(`createContact: ${JSON.stringify(errors)}`);
  return data.createContact.contact;
}

/** One of a customer, for the tests that try every kind of record. */
export const makeOwned = (caller: Caller, customerId: string): Promise<MadeContact> =>
  makeContact(caller, customerId);
