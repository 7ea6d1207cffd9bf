import { IconMessage2 } from "@tabler/icons-react";
import { defineRecord, lazyComponent } from "../../records/defineRecord.js";
import { flag, paragraphs, shown } from "../../records/fields/fieldKinds.js";
import { recordPart } from "../../records/recordParts.js";
import { restoreBy } from "../../records/restore.js";
import { noteEntry } from "./noteEntry.js";
import { pinnedNotes } from "./pinnedNotes.js";

const MAX_NAME = 60;

/** Notes are called after their first line. */
const nameOf = (text: string) => {
  const line = text.split("\n", 1)[0] ?? "";
  return `“${line.length > MAX_NAME ? `${line.slice(0, MAX_NAME)}…` : line}”`;
};

/** Notes about a customer, as the app registers them. */
export const noteRecord = defineRecord({
  type: "Note",
  what: "notes.what",
  created: { message: "notes.written", icon: IconMessage2 },
  leads: { Component: lazyComponent(() => import("./NoteCard.js"), "NoteCard") },
  read: "activity:read",
  write: "activity:write",
  icon: IconMessage2,
  searched: true,
  history: {
    text: paragraphs({ label: "notes.text", revertible: false }),
    pinned: flag({ label: "notes.pinned", revertible: false }),
    externalIds: shown("activity.externalIds"),
  },
  details: recordPart("Note", noteEntry, ({ text }) => ({ name: nameOf(text) })),
  newest: { ...pinnedNotes, place: 0 },
  restore: async () => restoreBy((await import("./note.operations.js")).noteTrash),
});
