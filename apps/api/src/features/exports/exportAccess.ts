import type { Permission } from "@clientela/shared/records/roles";
import sql, { type Sql } from "sql-template-tag";
import type { Actor, Context, ViewerBatchLoader } from "../../platform/context.js";
import { selectList } from "../../platform/database/columns.js";
import { Invalid } from "../../platform/errors.js";
import { isOneOfKeys } from "../../platform/lists/keys.js";
import { inOrder } from "../../platform/request/loader.js";
import { demand } from "../../platform/security/authorize.js";
import type { Exporter } from "../../platform/sheets/exporter.js";
import { Export } from "./export.entity.js";

/** The permissions for exporting a kind: whatever it writes, it is filtered by customer, and each row names one. */
export const neededBy = ({ permission }: Exporter): Permission[] => [
  ...new Set<Permission>([permission, "customers:read"]),
];

/** The exporter of a kind. Throws Invalid where there is none, and Forbidden where the actor lacks the permission. */
export function allowedExporter(context: Context, recordType: string): Exporter {
  const exporter = context.app.registry.exporters.get(recordType);
  if (!exporter) throw new Invalid([{ path: "recordType", code: "not_in_list" }]);
  for (const permission of neededBy(exporter)) demand(context, permission);
  return exporter;
}

/**
 * Holds for exports `r` that the actor may see. Rows and counts reveal what the filter matched, so seeing them takes the
 * permissions of the filter.
 */
export const seenBy = ({ permissions }: Actor): Sql => sql`r.needs <@ ${[...permissions]}::text[]`;

/** Exports by id, of those that the caller may see. */
export const exportById: ViewerBatchLoader<string, undefined, Export | null> = async (
  ids,
  _,
  context,
) => {
  const rows = await context.db.rowsOf(
    Export,
    sql`
      SELECT ${selectList(Export, "r")} FROM exports r
      WHERE ${isOneOfKeys(sql`r.id`, ids)} AND ${seenBy(context.actor)}`,
  );
  return inOrder<string, Export, null>(ids, rows, ({ id }) => id, null);
};
