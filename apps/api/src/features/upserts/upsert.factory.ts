import type { Answer, Caller } from "../../../test/server.js";

/** What became of one item, as tests see it. */
export interface UpsertResult {
  status: string;
  record: { id: string; version: number; [field: string]: unknown } | null;
  issues: { path: string; code: string; message: string }[];
}

/** What became of the records that a full sync did not send. */
interface Missing {
  archived: number;
  kept: number;
  remaining: number;
}

/** What a call is about besides its items. */
interface UpsertCall {
  source?: string;
  dryRun?: boolean;
  syncRun?: string;
  onMissing?: string;
  /** Fields of the records besides id and version. */
  fields?: string;
}

/** Sends items to the upsert of a kind, such as `Contacts`. */
export async function sendItems(
  caller: Pick<Caller, "ask">,
  plural: string,
  items: readonly object[],
  { source = "billing", fields = "", ...input }: UpsertCall = {},
): Promise<Answer<Record<string, { results: UpsertResult[]; missing: Missing | null }>>> {
  const mutation = `upsert${plural}`;
  return caller.ask(
    `mutation ($input: Upsert${plural}Input!) {
      ${mutation}(input: $input) { results { status issues { path code message } record { id version ${fields} } }
        missing { archived kept remaining } }
    }`,
    { input: { source, items, ...input } },
  );
}

/** The results of items that are sent to the upsert of a kind. */
export async function upserted(
  caller: Pick<Caller, "ask">,
  plural: string,
  items: readonly object[],
  call?: UpsertCall,
): Promise<UpsertResult[]> {
  const { data, errors } = await sendItems(caller, plural, items, call);
  if (errors) throw new Error(`upsert${plural}: ${JSON.stringify(errors)}`);
  return data[`upsert${plural}`]?.results ?? [];
}

/** What became of the records that a full sync did not send, by its last call. */
export async function missingOf(
  caller: Pick<Caller, "ask">,
  plural: string,
  items: readonly object[],
  call: UpsertCall,
): Promise<Missing | null | undefined> {
  const { data, errors } = await sendItems(caller, plural, items, call);
  if (errors) throw new Error(`upsert${plural}: ${JSON.stringify(errors)}`);
  return data[`upsert${plural}`]?.missing;
}

/** Deletes records by their ids in another system; the outcome of each. */
export async function deleted(
  caller: Pick<Caller, "ask">,
  plural: string,
  externalIds: readonly string[],
  { source = "billing", dryRun = false }: { source?: string; dryRun?: boolean } = {},
): Promise<string[]> {
  const mutation = `delete${plural}ByExternalIds`;
  const { data, errors } = await caller.ask<Record<string, { results: UpsertResult[] }>>(
    `mutation ($input: DeletionInput!) {
      ${mutation}(input: $input) { results { status issues { path code message } } }
    }`,
    { input: { source, externalIds, dryRun } },
  );
  if (errors) throw new Error(`${mutation}: ${JSON.stringify(errors)}`);
  return outcomes(data[mutation]?.results ?? []);
}

/** The status of each result, with the path and code of what is wrong. */
export const outcomes = (results: readonly Pick<UpsertResult, "status" | "issues">[]): string[] =>
  results.map(({ status, issues }) =>
    [status, ...issues.map(({ path, code }) => `${path} ${code}`)].join(": "),
  );
