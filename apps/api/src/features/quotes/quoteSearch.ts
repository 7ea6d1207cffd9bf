import sql from "sql-template-tag";
import type { SearchKind } from "../../platform/records/searchKind.js";
import { Quote } from "./quote.entity.js";

/** How quotes are found by text. */
export const quoteSearch: SearchKind = {
  recordType: "Quote",
  type: Quote,
  title: sql`r.number`,
  prefixKeys: [{ key: sql`fold(r.number) COLLATE "C"` }],
  text: sql`fold(r.number)`,
  details: [],
};
