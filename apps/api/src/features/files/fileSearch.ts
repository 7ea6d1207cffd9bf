import sql from "sql-template-tag";
import type { SearchKind } from "../../platform/records/searchKind.js";
import { File } from "./file.entity.js";

/** How files are found by text. */
export const fileSearch: SearchKind = {
  recordType: "File",
  type: File,
  title: sql`r.name`,
  prefixKeys: [{ key: sql`fold(r.name) COLLATE "C"` }],
  text: sql`fold(r.name)`,
  details: [],
};
