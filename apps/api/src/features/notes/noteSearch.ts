import sql from "sql-template-tag";
import type { SearchKind } from "../../platform/records/searchKind.js";
import { Note } from "./note.entity.js";

/** How notes are found by text: they are called after their first line. */
export const noteSearch: SearchKind = {
  recordType: "Note",
  type: Note,
  title: sql`r.title`,
  prefixKeys: [{ key: sql`fold(r.title) COLLATE "C"` }],
  text: sql`fold(r.text)`,
  details: [sql`r.text`],
};
