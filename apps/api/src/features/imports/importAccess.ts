import type { Permission } from "@clientela/shared/records/roles";
import sql from "sql-template-tag";
import type { Context } from "../../platform/context.js";
import { Invalid, NotFound } from "../../platform/errors.js";
import { parseId } from "../../platform/graph/parseInput.js";
import { demand } from "../../platform/security/authorize.js";
import type { Importer } from "../../platform/sheets/importer.js";
import type { Import, ImportStatus } from "./import.entity.js";
import { importStatusNames } from "./import.messages.js";
import { lockImport } from "./importState.js";

/** The importer of a kind. Throws Invalid where there is none, and Forbidden where the actor lacks the permission. */
export function allowedImporter(context: Context, recordType: string): Importer {
  const importer = context.app.registry.importers.get(recordType);
  if (!importer) throw new Invalid([{ path: "recordType", code: "not_in_list" }]);
  demand(context, importer.permission);
  return importer;
}

// The cells of a file are records of its kind, or will be, and they name customers.
function cellPermissions({ app }: Pick<Context, "app">, recordType: string): Permission[] {
  const importer = app.registry.importers.get(recordType);
  if (!importer) throw new Error(`nothing imports ${recordType}`);
  return [importer.readPermission, "customers:read"];
}

/** Throws Forbidden where the actor may not see the cells of a file of this kind. */
export function demandCells(context: Pick<Context, "app" | "actor">, recordType: string): void {
  for (const permission of cellPermissions(context, recordType)) demand(context, permission);
}

/** The permissions for reading a sheet: those for the cells of its kind, and of every kind that it was imported as before. */
export async function sheetPermissions(context: Context, fileId: string): Promise<Permission[]> {
  const rows = await context.db.rows<{ recordType: string }>(
    sql`SELECT DISTINCT record_type AS "recordType" FROM imports WHERE file_id = ${fileId}::uuid`,
  );
  const { importers } = context.app.registry;
  const types = rows.length > 0 ? rows.map((row) => row.recordType) : [...importers.keys()];
  return types.flatMap((recordType) => cellPermissions(context, recordType));
}

/** What cannot be done in the status that an import has. */
export const refusedByStatus = ({ status }: Pick<Import, "status">): Invalid =>
  new Invalid([
    { path: "id", code: "import_status", params: { status: importStatusNames[status] } },
  ]);

/** Locks an import that the actor may change and that is in one of the states. Throws NotFound, Forbidden and Invalid. */
export async function lockedIn(
  context: Context,
  id: string,
  statuses: readonly ImportStatus[],
): Promise<Import> {
  const current = await lockImport(context.db, parseId(id));
  if (!current) throw new NotFound("Import", id);
  allowedImporter(context, current.recordType);
  if (!statuses.includes(current.status)) {
    throw refusedByStatus(current);
  }
  return current;
}

/** The import after a change. */
export async function reload(context: Context, id: string): Promise<Import> {
  const current = await lockImport(context.db, id);
  if (!current) throw new NotFound("Import", id);
  return current;
}
