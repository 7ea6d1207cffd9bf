import type { RecordTypeValue } from "@clientela/shared/records/recordActions";
import { RECORD_KINDS } from "@clientela/shared/records/recordKinds";
import sql, { join, raw } from "sql-template-tag";
import type { Context } from "../../platform/context.js";
import { selectList, tableOf } from "../../platform/database/columns.js";
import type { BatchLoader } from "../../platform/readContext.js";
import { rowsById } from "../../platform/records/byId.js";
import { ownedRecordName } from "../../platform/records/ownedRecords.js";
import { partsByOwner } from "../../platform/records/parts.js";
import { grouped } from "../../platform/request/loader.js";
import { Customer } from "../customers/customer.entity.js";
import { CustomerMerge } from "./merge.entity.js";

/** Merges by id. */
export const mergeById = rowsById(CustomerMerge, []);

/** The merges into customers, newest first. */
export const mergesByCustomer = partsByOwner(
  CustomerMerge,
  "survivor_id",
  sql`r.id DESC`,
  sql`true`,
);

/** The customers that were merged and not split again, as they were. */
export const mergedByMerge: BatchLoader<string, undefined, Customer[]> = async (
  ids,
  _,
  reading,
) => {
  const rows = await reading.db.rowsOf(
    Customer as new () => Customer & { mergeId: string },
    sql`
      SELECT ${selectList(Customer, "r")}, m.merge_id AS "mergeId"
      FROM merged_customers m JOIN public.customers r ON r.id = m.id
      WHERE m.merge_id = ANY(${ids}::uuid[]) ORDER BY r.id`,
  );
  return grouped(ids, rows, (row) => row.mergeId);
};

/** The number of records of one kind that a customer has. */
export interface RecordCount {
  customerId: string;
  recordType: RecordTypeValue;
  count: number;
}

/** The number of records per kind that customers have, of the kinds that the actor may read; one statement. */
export async function recordCountsOf(context: Context, ids: string[]): Promise<RecordCount[]> {
  const looks = context.app.registry.ownedRecords
    .filter(({ permission }) => context.actor.permissions.has(permission))
    .map(
      (belonging) => sql`
        SELECT r.customer_id AS "customerId", ${RECORD_KINDS[ownedRecordName(belonging)].value}::text AS "recordType", count(*)::int AS count
        FROM ${raw(`"${tableOf(belonging.type)}"`)} r
        WHERE r.customer_id = ANY(${ids}::uuid[]) AND r.deleted_at IS NULL GROUP BY r.customer_id`,
    );
  return looks.length === 0 ? [] : context.db.rows<RecordCount>(join(looks, " UNION ALL "));
}
