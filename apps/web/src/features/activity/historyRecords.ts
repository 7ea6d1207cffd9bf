import { useApolloClient } from "@apollo/client/react";
import { recordTypeOf } from "@clientela/shared/records/recordActions";
import type { DocumentNode } from "graphql";
import type { CustomerRecordType } from "../../records/customerRecordType.js";
import type { HistoryDetails, RecordDefinition } from "../../records/defineRecord.js";
import type { ActivityEntry } from "./activityEntry.js";

/** What the history needs of the app's register. */
export interface HistoryRecords {
  definitions: Readonly<Record<CustomerRecordType, RecordDefinition>>;
  /** What is selected of the records of entries, by kind. */
  fragments: readonly DocumentNode[];
}

/** The kind of record of an entry; undefined for one that this app does not know yet. */
export function definitionOf(
  { definitions }: HistoryRecords,
  { recordType }: Pick<ActivityEntry, "recordType">,
): RecordDefinition | undefined {
  const type = recordTypeOf(recordType);
  return Object.values(definitions).find((definition) => definition.type === type);
}

/** Reads what is known of the record of an entry; nothing where the record is gone. */
export function useHistoryDetails(
  records: HistoryRecords,
): (entry: ActivityEntry) => HistoryDetails {
  const { cache } = useApolloClient();
  return (entry) => {
    const details = definitionOf(records, entry)?.details;
    return (entry.record && details?.read(cache, entry.record.id)) ?? {};
  };
}
