import type { RecordTypeValue } from "@clientela/shared/records/recordActions";
import { RECORD_KINDS } from "@clientela/shared/records/recordKinds";
import sql, { join, raw, type Sql } from "sql-template-tag";
import type { Context } from "../../platform/context.js";
import { tableOf } from "../../platform/database/columns.js";
import { Forbidden, Invalid } from "../../platform/errors.js";
import type { ListDefinition } from "../../platform/lists/keyset.js";
import { readableTypes } from "../../platform/records/recordTypes.js";
import { restorable, type TrashKind } from "../../platform/records/trash.js";
import { OrderDirection } from "../../platform/types/page.input.js";
import { DeletedRecord } from "./deletedRecord.type.js";
import type { DeletedRecordFilter } from "./trash.input.js";

/** Which records of a kind the caller may restore, as further conditions; undefined for none. */
function restorableBy({ actor }: Context, { permission, some }: TrashKind): Sql[] | undefined {
  if (actor.permissions.has(permission)) return [];
  if (some && actor.permissions.has(some.permission)) return [some.where(actor)];
  return undefined;
}

function selectKind(context: Context, kind: TrashKind): Sql[] {
  const conditions = restorableBy(context, kind);
  if (!conditions || !readableTypes(context).includes(kind.recordType)) return [];
  const where = join([restorable, ...kind.where, ...conditions], " AND ");
  return [
    sql`
      SELECT r.id, ${RECORD_KINDS[kind.recordType].value}::text AS record_type, ${kind.name} AS name,
        ${kind.parentId ?? sql`r.customer_id`} AS customer_id, r.deleted_at
      FROM ${raw(`"${tableOf(kind.type)}"`)} r WHERE ${where}`,
  ];
}

const NOTHING = sql`
  SELECT NULL::uuid AS id, NULL::text AS record_type, NULL::text AS name, NULL::uuid AS customer_id,
    NULL::timestamptz AS deleted_at
  WHERE false`;

/**
 * The deleted records of all kinds that the caller may restore, in one statement. Throws Forbidden for a type in the
 * filter of which the caller may restore nothing, and Invalid for one that never goes to the trash.
 */
function selectAll(filter: DeletedRecordFilter | null | undefined, context: Context): Sql {
  const { trashKinds } = context.app.registry;
  const byType = new Map<RecordTypeValue, TrashKind>(
    trashKinds.map((kind) => [RECORD_KINDS[kind.recordType].value, kind]),
  );
  const named = filter?.recordType?.map((type, index) => {
    const kind = byType.get(type);
    if (!kind) {
      const params = { allowed: [...byType.keys()].join(", ") };
      throw new Invalid([{ path: `filter.recordType.${index}`, code: "invalid_choice", params }]);
    }
    const selected = selectKind(context, kind);
    if (selected.length === 0) throw new Forbidden(kind.permission, `filter.recordType.${index}`);
    return [type, selected] as const;
  });
  const parts = named
    ? [...new Map(named).values()].flat()
    : trashKinds.flatMap((kind) => selectKind(context, kind));
  return sql`(${parts.length > 0 ? join(parts, " UNION ALL ") : NOTHING})`;
}

/** The trash, deleted last first. */
export const deletedRecordsList: ListDefinition<
  DeletedRecord,
  DeletedRecordFilter,
  "DELETED_AT",
  Context
> = {
  type: DeletedRecord,
  source: selectAll,
  where: () => [sql`true`],
  sortKeys: { DELETED_AT: { sql: sql`r.deleted_at`, type: "timestamptz" } },
  defaultOrder: { field: "DELETED_AT", direction: OrderDirection.DESC },
};
