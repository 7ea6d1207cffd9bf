import { Suspense } from "react";
import classes from "./ActivityTimeline.module.css";
import type { ActivityEntry } from "./activityEntry.js";
import { Changes } from "./Changes.js";
import { definitionOf, type HistoryRecords } from "./historyRecords.js";

// Other actions need no details.
const WITH_CHANGES = new Set([
  "updated",
  "merged",
  "merged_into",
  "duplicate_dismissed",
  "duplicate_proposed",
]);

interface EntryDetailProps {
  customerId: string;
  records: HistoryRecords;
  entry: ActivityEntry;
}

/** What an entry of the history says besides its sentence: the new record in full, a note, or what changed. */
export function EntryDetail({ customerId, records, entry }: EntryDetailProps) {
  if (entry.note) return <p className={classes.note}>{entry.note}</p>;
  const InFull = definitionOf(records, entry)?.leads?.Component;
  if (entry.action === "created" && InFull && entry.record) {
    return (
      <Suspense>
        <InFull customerId={customerId} id={entry.record.id} />
      </Suspense>
    );
  }
  return WITH_CHANGES.has(entry.action) && <Changes records={records} entry={entry} />;
}
