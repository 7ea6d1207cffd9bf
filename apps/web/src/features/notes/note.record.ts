import { IconMessage2 } from "@tabler/icons-react";
import { graphql } from "../../gql/gql.js";
import { defineRecord } from "../../records/defineRecord.js";
import { flag, paragraphs, shown } from "../../records/fields/fieldKinds.js";
import { recordPart } from "../../records/recordParts.js";
import { restoreBy } from "../../records/restore.js";

const nameFragment = graphql(`
  fragment NoteName on Note {
    text
  }
`);

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
  read: "activity:read",
  write: "activity:write",
  icon: IconMessage2,
  searched: true,
  restore: async () => restoreBy((await import("./note.operations.js")).noteTrash),
  history: {
    text: paragraphs({ label: "notes.text", revertible: false }),
    pinned: flag({ label: "notes.pinned", revertible: false }),
    externalIds: shown("activity.externalIds"),
  },
  details: recordPart("Note", nameFragment, ({ text }) => ({ name: nameOf(text) })),
});
