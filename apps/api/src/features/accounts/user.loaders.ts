import sql from "sql-template-tag";
import { rowsById } from "../../platform/records/byId.js";
import { User } from "./user.entity.js";

/** Users by id; disabled ones too, since records go on naming them. */
export const userById = rowsById(User, [sql`true`]);
