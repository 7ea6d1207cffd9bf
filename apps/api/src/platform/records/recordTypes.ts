import { RECORD_TYPES, type RecordType } from "@clientela/shared/records/recordActions";
import type { App } from "../app.js";
import type { Context } from "../context.js";

/** The record types whose history the caller may read. */
export function readableTypes({ app, actor }: Pick<Context, "app" | "actor">): string[] {
  return [...app.registry.recordTypes.values()].flatMap(({ type, permission }) =>
    permission === "signed-in" || actor.permissions.has(permission) ? [type.name] : [],
  );
}

/** The record types that the history records, of the registry's features. */
export const recordedTypes = ({ recordTypes }: App["registry"]): RecordType[] =>
  RECORD_TYPES.filter((type) => recordTypes.has(type));

/** Throws for a type that belongs to no feature: nobody could read its history. */
export function assertRecorded({ recordTypes }: App["registry"], type: string): void {
  if (!recordTypes.has(type)) {
    throw new Error(`no feature says who may read the history of ${type}: add it to \`nodes\``);
  }
}
