import type { Action, RecordTypeWith } from "@clientela/shared/records/recordActions";
import type { Context } from "../context.js";
import { assertRecorded } from "./recordTypes.js";

/** One field before and after a write. */
export interface FieldChange {
  field: string;
  old: unknown;
  new: unknown;
}

/** An action, for the history. */
export interface ActivityEntry<Done extends Action = Action> {
  /** The owner of the record, whose history includes it; null for none. */
  parentId: string | null;
  /** The GraphQL type of the record. */
  recordType: RecordTypeWith<Done>;
  recordId: string;
  action: Done;
  changes?: readonly FieldChange[];
  note?: string | null;
}

/** The store of the history. A feature provides it: the platform knows no table of it. */
export interface HistoryStore {
  /** Writes entries in one statement, in the transaction of the write itself; returns their ids. */
  write(context: Context, entries: readonly ActivityEntry[]): Promise<string[]>;
  /** Who changed a record last, and when; null where that is not known. */
  lastChange(context: Context, recordId: string): Promise<{ by: string; at: Date } | null>;
}

/** Writes actions to the history, in the transaction of the write itself; returns the entries' ids. */
export async function remember<Done extends Action>(
  context: Context,
  entries: readonly ActivityEntry<Done>[],
): Promise<string[]> {
  if (entries.length === 0) return [];
  const { registry } = context.app;
  for (const { recordType } of entries) assertRecorded(registry, recordType);
  return registry.history.write(context, entries);
}
