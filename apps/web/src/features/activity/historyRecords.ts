import { recordTypeOf } from "@clientela/shared/records/recordActions";
import type { CustomerRecordType } from "../../records/customerRecordType.js";
import type { RecordDefinition } from "../../records/defineRecord.js";
import type { ActivityEntry } from "./activityEntry.js";

/** What the history needs of the app's register. */
export interface HistoryRecords {
  definitions: Readonly<Record<CustomerRecordType, RecordDefinition>>;
  /** What is known of the record of an entry: what people call it, and a customer's country of taxes. */
  detailsOf: (record: ActivityEntry["record"]) => { name?: string; country?: string };
}

/** The kind of record of an entry; undefined for one that this app does not know yet. */
export function definitionOf(
  { definitions }: HistoryRecords,
  { recordType }: Pick<ActivityEntry, "recordType">,
): RecordDefinition | undefined {
  const type = recordTypeOf(recordType);
  return Object.values(definitions).find((definition) => definition.type === type);
}
