import sql from "sql-template-tag";
import type { SearchKind } from "../../platform/records/searchKind.js";
import { CreditNote } from "./creditNote.entity.js";

/** How credit notes are found by text. */
export const creditNoteSearch: SearchKind = {
  recordType: "CreditNote",
  type: CreditNote,
  title: sql`r.number`,
  prefixKeys: [{ key: sql`fold(r.number) COLLATE "C"` }],
  text: sql`fold(r.number)`,
  details: [],
};
