import sql from "sql-template-tag";
import type { SearchKind } from "../../platform/records/searchKind.js";
import { Project } from "./project.entity.js";

/** How projects are found by text. */
export const projectSearch: SearchKind = {
  recordType: "Project",
  type: Project,
  title: sql`r.name`,
  prefixKeys: [{ key: sql`fold(r.name) COLLATE "C"` }],
  text: sql`fold(r.name)`,
  details: [],
};
