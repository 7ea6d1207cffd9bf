import sql from "sql-template-tag";
import { selectList } from "../../platform/database/columns.js";
import type { BatchLoader } from "../../platform/readContext.js";
import { rowsById } from "../../platform/records/byId.js";
import { grouped } from "../../platform/request/loader.js";
import { ApiKey } from "./apiKey.entity.js";

/** Keys by id; revoked ones too, since the history goes on naming them. */
export const apiKeyById = rowsById(ApiKey, [sql`true`]);

/** The keys that people made, newest first; revoked ones too. */
export const apiKeysOfUser: BatchLoader<string, undefined, ApiKey[]> = async (ids, _, { db }) => {
  const rows = await db.rowsOf(
    ApiKey,
    sql`SELECT ${selectList(ApiKey, "r")} FROM api_keys r WHERE r.user_id = ANY(${ids}::uuid[]) ORDER BY r.id DESC`,
  );
  return grouped(ids, rows, ({ userId }) => userId);
};
