import type { TypedDocumentNode } from "@apollo/client";
import type { Restore } from "./defineRecord.js";

/** Restores records of a kind by the mutation of its operations. */
export const restoreBy =
  (operations: { restore: TypedDocumentNode<unknown, { input: { id: string } }> }): Restore =>
  (client, id) =>
    client.mutate({ mutation: operations.restore, variables: { input: { id } } });
