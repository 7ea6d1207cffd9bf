import type { Answer, Caller } from "../../../test/server.js";
import type { MadeCustomer } from "../customers/customer.factory.js";

/** The result of a merge as tests use it. */
export interface MergeAnswer {
  mergeCustomers: {
    merge: { id: string };
    customer: { id: string; version: number; [field: string]: unknown };
  };
}

/** Merges customers through the API. */
export function merge(
  caller: Caller,
  survivor: Pick<MadeCustomer, "id" | "version">,
  mergedIds: string[],
  fields: { field: string; from: string }[] = [],
): Promise<Answer<MergeAnswer>> {
  return caller.ask<MergeAnswer>(
    `mutation ($input: MergeCustomersInput!) {
      mergeCustomers(input: $input) {
        merge { id }
        customer { id number version legalName email phone notes tags status taxId { value } address { city country } externalIds { source value } }
      }
    }`,
    { input: { survivorId: survivor.id, version: survivor.version, mergedIds, fields } },
  );
}

/** The result of an undone merge as tests use it. */
export interface UndoAnswer {
  undoMerge: {
    customer: { id: string; [field: string]: unknown };
    customers: { id: string; [field: string]: unknown }[];
  };
}

/** Undoes a merge through the API. */
export function undo(caller: Caller, id: string): Promise<Answer<UndoAnswer>> {
  const fields =
    "id legalName email notes tags status taxId { value } externalIds { source value } contacts { id isPrimary }";
  return caller.ask<UndoAnswer>(
    `mutation ($id: ID!) { undoMerge(input: { id: $id }) { customer { ${fields} } customers { ${fields} } } }`,
    { id },
  );
}

const KINDS =
  "Project Deal Quote Order Invoice TimeEntry Task Contact File Note Conversation PromiseToPay".split(
    " ",
  );

/** The customers that records belong to, in the order of the records. */
export async function ownersOf(caller: Caller, ids: string[]): Promise<string[]> {
  const fields = KINDS.map((kind) => `... on ${kind} { ${kind}: customer { id } }`).join(" ");
  const { data, errors } = await caller.ask<{ nodes: Record<string, { id: string }>[] }>(
    `query ($ids: [ID!]!) { nodes(ids: $ids) { ${fields} } }`,
    { ids },
  );
  if (errors) throw new Error(`nodes: ${JSON.stringify(errors)}`);
  return data.nodes.map((node) => Object.values(node)[0]?.id ?? "none");
}
