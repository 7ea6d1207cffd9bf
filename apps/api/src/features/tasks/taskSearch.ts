import sql from "sql-template-tag";
import type { SearchKind } from "../../platform/records/searchKind.js";
import { Task } from "./task.entity.js";

/** How tasks are found by text. */
export const taskSearch: SearchKind = {
  recordType: "Task",
  type: Task,
  title: sql`r.title`,
  prefixKeys: [{ key: sql`fold(r.title) COLLATE "C"` }],
  text: sql`fold(r.title)`,
  details: [],
};
