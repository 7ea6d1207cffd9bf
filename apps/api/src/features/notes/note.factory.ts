import type { Caller } from "../../../test/server.js";

/** A note as tests see it. */
export interface MadeNote {
  id: string;
  version: number;
}

/** Writes a note about a customer through the API. */
export async function makeNote(
  caller: Caller,
  customerId: string,
  input: Record<string, unknown> = {},
): Promise<MadeNote> {
  const { data, errors } = await caller.ask<{ addNote: { note: MadeNote } }>(
    "mutation ($input: AddNoteInput!) { addNote(input: $input) { note { id version } } }",
    { input: { customerId, text: "Prefere falar à tarde", ...input } },
  );
  if (errors) throw new Error(`addNote: ${JSON.stringify(errors)}`);
  return data.addNote.note;
}

/** One of a customer, for the tests that try every kind of record. */
export const makeOwned = (caller: Caller, customerId: string): Promise<MadeNote> =>
  makeNote(caller, customerId);
