import type { Permission } from "@clientela/shared/records/roles";
import sql from "sql-template-tag";
import type { Context } from "../../platform/context.js";
import { Invalid, NotFound } from "../../platform/errors.js";
import { parseId } from "../../platform/graph/parseInput.js";
import { demand } from "../../platform/security/authorize.js";
import type { Importer } from "../../platform/sheets/importer.js";
import type { Import, ImportStatus } from "./import.entity.js";
import { lockImport } from "./importState.js";

/** How a kind is imported. Throws Invalid where it is not, and Forbidden where the actor may not. */
export function allowedImporter(context: Context, recordType: string): Importer {
  const importer = context.app.registry.importers.get(recordType);
  if (!importer) throw new Invalid([{ path: "recordType", code: "not_in_list" }]);
  demand(context, importer.permission);
  return importer;
}

// Cells of a file are records of its kind, or become it, and name customers.
function cellPermissions({ app }: Pick<Context, "app">, recordType: string): Permission[] {
  const importer = app.registry.importers.get(recordType);
  if (!importer) throw new Error(`nothing imports ${recordType}`);
  return [importer.readPermission, "customers:read"];
}

/** Throws Forbidden for who may not see what the cells of a file of this kind are. */
export function demandCells(context: Pick<Context, "app" | "actor">, recordType: string): void {
  for (const permission of cellPermissions(context, recordType)) demand(context, permission);
}

/** What it takes to read a sheet: to see the cells of each kind that it was taken for, of every kind before that. */
export async function sheetPermissions(context: Context, fileId: string): Promise<Permission[]> {
  const rows = await context.db.rows<{ recordType: string }>(
    sql`SELECT DISTINCT record_type AS "recordType" FROM imports WHERE file_id = ${fileId}::uuid`,
  );
  const { importers } = context.app.registry;
  const types = rows.length > 0 ? rows.map((row) => row.recordType) : [...importers.keys()];
  return types.flatMap((recordType) => cellPermissions(context, recordType));
}

/** An import that the actor may change, locked, in one of the states. Throws NotFound, Forbidden and Invalid. */
export async function lockedIn(
  context: Context,
  id: string,
  statuses: readonly ImportStatus[],
): Promise<Import> {
  const current = await lockImport(context.db, parseId(id));
  if (!current) throw new NotFound("Import", id);
  allowedImporter(context, current.recordType);
  if (!statuses.includes(current.status)) {
    throw new Invalid([{ path: "id", code: "import_status", params: { status: current.status } }]);
  }
  return current;
}

/** The import as it is after a change. */
export async function reload(context: Context, id: string): Promise<Import> {
  const current = await lockImport(context.db, id);
  if (!current) throw new NotFound("Import", id);
  return current;
}
