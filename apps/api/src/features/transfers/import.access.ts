import type { Context } from "../../platform/context.js";
import { demand } from "../../platform/doors/authorize.js";
import { Invalid, NotFound } from "../../platform/errors.js";
import { parseId } from "../../platform/graph/parseInput.js";
import type { Importer } from "../../platform/sheets/importer.js";
import { importerOf } from "../../platform/sheets/sheetKinds.js";
import type { Import, ImportStatus } from "./import.entity.js";
import { lockImport } from "./import.state.js";

/** How a kind is imported. Throws Invalid where it is not, and Forbidden where the actor may not. */
export function allowedImporter(context: Context, kind: string): Importer {
  const importer = importerOf(kind);
  if (!importer) throw new Invalid([{ path: "kind", code: "not_in_list" }]);
  demand(context, importer.permission);
  return importer;
}

/** Throws Forbidden for who may not see records of a kind: cells of a file are such, or become it. */
export function demandCells(context: Pick<Context, "actor">, kind: string): void {
  const importer = importerOf(kind);
  if (!importer) throw new Error(`nothing imports ${kind}`);
  demand(context, importer.readPermission);
}

/** An import that the actor may change, locked, in one of the states. Throws NotFound, Forbidden and Invalid. */
export async function lockedIn(
  context: Context,
  id: string,
  statuses: readonly ImportStatus[],
): Promise<Import> {
  const current = await lockImport(context.db, parseId(id));
  if (!current) throw new NotFound("Import", id);
  allowedImporter(context, current.kind);
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
