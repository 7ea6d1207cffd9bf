import sql from "sql-template-tag";
import { rowsById } from "../../platform/records/byId.js";
import { ApiKey } from "./apiKey.entity.js";

/** Keys by id; revoked ones too, since the history goes on naming them. */
export const apiKeyById = rowsById(ApiKey, [sql`true`]);
