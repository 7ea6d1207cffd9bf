import type { Caller } from "../../../test/server.js";

/** An entry of time as tests see it. */
export interface MadeTimeEntry {
  id: string;
  version: number;
}

/** Creates one through the API. */
export async function makeTimeEntry(
  caller: Caller,
  projectId: string,
  input: Record<string, unknown> = {},
): Promise<MadeTimeEntry> {
  const { data, errors } = await caller.ask<{ createTimeEntry: { timeEntry: MadeTimeEntry } }>(
    `mutation ($input: CreateTimeEntryInput!) { createTimeEntry(input: $input) { timeEntry { id version } } }`,
    { input: { projectId, minutes: 60, ...input } },
  );
  if (errors) throw new Error(`createTimeEntry: ${JSON.stringify(errors)}`);
  return data.createTimeEntry.timeEntry;
}
