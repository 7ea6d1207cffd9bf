import { RECORD_TYPES, type RecordType } from "@clientela/shared/records/recordActions";
import type { Actor } from "../context.js";
import type { Feature, NodeKind } from "../feature.js";

const nodes = new Map<string, NodeKind>();
const readers = new Map<string, NodeKind["permission"]>();

/** Learns which types of record the features have; to be called before anything is served. */
export function registerRecordTypes(features: readonly Feature[]): void {
  for (const feature of features) {
    for (const kind of feature.nodes ?? []) {
      nodes.set(kind.type.name, kind);
      readers.set(kind.type.name, kind.permission);
    }
  }
}

/** How records of a type are found by id; undefined for a type that has no nodes. */
export const nodeKindOf = (type: string): NodeKind | undefined => nodes.get(type);

/** The record types whose history the actor may read. */
export function readableTypes(actor: Actor): string[] {
  return [...readers].flatMap(([type, permission]) =>
    permission === "signed-in" || actor.permissions.has(permission) ? [type] : [],
  );
}

/** The kinds of record that the history tells of, of the features that there are. */
export const recordedTypes = (): RecordType[] => RECORD_TYPES.filter((type) => readers.has(type));

/** Fails for a type that is no feature's: nobody could read its history. */
export function assertRecorded(type: string): void {
  if (!readers.has(type)) {
    throw new Error(`no feature says who may read the history of ${type}: add it to \`nodes\``);
  }
}
