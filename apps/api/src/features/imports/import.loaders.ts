import sql from "sql-template-tag";
import { rowsById } from "../../platform/records/byId.js";
import { Import } from "./import.entity.js";

/** Imports by id. */
export const importById = rowsById(Import, [sql`true`]);
