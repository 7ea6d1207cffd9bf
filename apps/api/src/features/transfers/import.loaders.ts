import sql from "sql-template-tag";
import { rowsById } from "../../platform/byId.js";
import type { Batch } from "../../platform/context.js";
import { inOrder } from "../../platform/loader.js";
import { Import } from "./import.entity.js";
import type { StoredColumn } from "./import.stored.js";

/** Imports by id. */
export const importById = rowsById(Import, [sql`true`]);

/** The columns of imports. */
export const columnsOfImport: Batch<string, undefined, readonly StoredColumn[]> = async (
  ids,
  _,
  context,
) => {
  const rows = await context.db.rows<{ id: string; columns: StoredColumn[] }>(
    sql`SELECT id, columns FROM imports WHERE id = ANY(${ids}::uuid[])`,
  );
  const none: { id: string; columns: StoredColumn[] } = { id: "", columns: [] };
  return inOrder(ids, rows, (row) => row.id, none).map((row) => row.columns);
};
