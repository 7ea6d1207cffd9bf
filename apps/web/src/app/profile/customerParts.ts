import type { TypedDocumentNode } from "@apollo/client";
import { withFragments } from "../../cache/withFragments.js";
import type { RecordDefinition } from "../../records/defineRecord.js";
import type { CustomerPart } from "../../records/recordParts.js";
import type { PermissionSet } from "../../session/viewer.js";
import { allRecords } from "../records.js";

/** A card of the summary, and the kind of record that it is of. */
export type SummaryCardPart = NonNullable<RecordDefinition["card"]> & { type: string };

/** The parts of the profile that the registered kinds of record bring, for a person with these permissions, in their order. */
export function customerParts<Part extends CustomerPart & { place: number }>(
  permissions: PermissionSet,
  partOf: (definition: RecordDefinition) => Part | undefined,
): (Part & { type: string })[] {
  return allRecords
    .filter(({ read }) => permissions.has(read))
    .flatMap((definition) => {
      const part = partOf(definition);
      return part ? [{ ...part, type: definition.type }] : [];
    })
    .sort((one, other) => one.place - other.place);
}

/** The query of a page about one customer, with what parts of the page need. */
export function withParts<Data, Variables>(
  query: TypedDocumentNode<Data, Variables>,
  parts: readonly CustomerPart[],
): TypedDocumentNode<Data, Variables> {
  return withFragments(
    query,
    ["customer"],
    parts.map(({ fragment }) => fragment),
  );
}
