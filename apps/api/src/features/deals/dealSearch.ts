import sql from "sql-template-tag";
import type { SearchKind } from "../../platform/records/searchKind.js";
import { Deal } from "./deal.entity.js";

/** How deals are found by text. */
export const dealSearch: SearchKind = {
  recordType: "Deal",
  type: Deal,
  title: sql`r.title`,
  prefixKeys: [{ key: sql`fold(r.title) COLLATE "C"` }],
  text: sql`fold(r.title)`,
  details: [],
};
