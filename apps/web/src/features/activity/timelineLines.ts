import type { ActivityEntry } from "./activityEntry.js";
import { definitionOf, type HistoryRecords } from "./historyRecords.js";

/** A line of the timeline: an entry, or the changes of a day as one. */
export type TimelineLine =
  | { entry: ActivityEntry }
  | { id: string; at: string; folded: readonly ActivityEntry[] };

const dayOf = ({ createdAt }: ActivityEntry) => new Date(createdAt).toDateString();

/** Whether the timeline is read for an entry: a note, and the start of what the register says so of. */
function leads(records: HistoryRecords, entry: ActivityEntry): boolean {
  if (entry.action === "note_added") return true;
  const definition = definitionOf(records, entry);
  return definition?.leads !== undefined && entry.action !== "updated";
}

/** The customer's history says of a new note what the note's own says in the same moment: one of them is enough. */
function withoutRepeatedNotes(entries: readonly ActivityEntry[]): ActivityEntry[] {
  const written = new Set(
    entries
      .filter(
        ({ recordType, action, record }) => recordType === "NOTE" && action === "created" && record,
      )
      .map(({ createdAt }) => createdAt),
  );
  return entries.filter(
    ({ action, createdAt, recordType, record }) =>
      !(action === "note_added" && written.has(createdAt)) &&
      !(recordType === "NOTE" && action === "created" && !record),
  );
}

/**
 * The lines of the timeline. Where it folds, each day begins with what the timeline is read for, and its changes of fields are
 * one line.
 */
export function linesOf(
  records: HistoryRecords,
  entries: readonly ActivityEntry[],
  folds: boolean,
): TimelineLine[] {
  const shown = withoutRepeatedNotes(entries);
  if (!folds) return shown.map((entry) => ({ entry }));
  const days = Map.groupBy(shown, dayOf);
  return [...days].flatMap(([day, ofDay]): TimelineLine[] => {
    const leading = ofDay.filter((entry) => leads(records, entry));
    const rest = ofDay.filter((entry) => !leads(records, entry));
    const changes = rest.filter(({ action }) => action === "updated");
    const [newest, another] = changes;
    const single = another === undefined;
    const lines = [...leading, ...rest.filter((entry) => single || entry.action !== "updated")];
    return [
      ...lines.map((entry) => ({ entry })),
      ...(newest && !single
        ? [{ id: `changes ${day}`, at: newest.createdAt, folded: changes }]
        : []),
    ];
  });
}
