import type { Answer, Caller } from "../../../test/server.js";

/** What became of one item, as tests see it. */
export interface UpsertResult {
  status: string;
  record: { id: string; version: number; [field: string]: unknown } | null;
  issues: { path: string; code: string; message: string }[];
}

/** What a call is about besides its items. */
interface UpsertCall {
  source?: string;
  dryRun?: boolean;
  /** Fields of the records besides id and version. */
  fields?: string;
}

/** Sends items to the upsert of a kind, such as `Contacts`. */
export async function sendItems(
  caller: Pick<Caller, "ask">,
  plural: string,
  items: readonly object[],
  { source = "billing", fields = "", ...input }: UpsertCall = {},
): Promise<Answer<Record<string, { results: UpsertResult[] }>>> {
  const mutation = `upsert${plural}`;
  return caller.ask(
    `mutation ($input: Upsert${plural}Input!) {
      ${mutation}(input: $input) { results { status issues { path code message } record { id version ${fields} } } }
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

/** The status of each result, with the path and code of what is wrong. */
export const outcomes = (results: readonly UpsertResult[]): string[] =>
  results.map(({ status, issues }) =>
    [status, ...issues.map(({ path, code }) => `${path} ${code}`)].join(": "),
  );
