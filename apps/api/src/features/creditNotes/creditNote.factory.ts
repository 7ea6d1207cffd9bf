import type { Caller } from "../../../test/server.js";
import { worth } from "../documents/line.factory.js";

/** A credit note as tests see it. */
export interface MadeCreditNote {
  id: string;
  number: string;
  version: number;
}

/** Makes a credit note of a customer through the API. */
export async function makeCreditNote(
  caller: Caller,
  customerId: string,
  input: Record<string, unknown> = {},
): Promise<MadeCreditNote> {
  const { data, errors } = await caller.ask<{ createCreditNote: { creditNote: MadeCreditNote } }>(
    `mutation ($input: CreateCreditNoteInput!) { createCreditNote(input: $input) { creditNote { id number version } } }`,
    { input: { customerId, lines: worth("20"), ...input } },
  );
  if (errors) throw new Error(`createCreditNote: ${JSON.stringify(errors)}`);
  return data.createCreditNote.creditNote;
}

/** One of a customer's credit notes. */
export const makeOwned = (caller: Caller, customerId: string): Promise<MadeCreditNote> =>
  makeCreditNote(caller, customerId);
