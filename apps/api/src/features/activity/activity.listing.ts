import sql, { join, type Sql } from "sql-template-tag";
import type { Batch, Context } from "../../platform/context.js";
import { selectList } from "../../platform/database/columns.js";
import { parseId } from "../../platform/graph/parseInput.js";
import { type Listing, pagesByOwner } from "../../platform/records/keyset.js";
import { readableTypes } from "../../platform/records/recordTypes.js";
import { inOrder } from "../../platform/request/loader.js";
import { endOfDay, startOfDay } from "../../platform/request/startOfDay.js";
import { OrderDirection } from "../../platform/types/page.args.js";
import { mergedInto } from "../customers/customer.loaders.js";
import { Activity } from "./activity.entity.js";
import type { ActivityFilter, ActivityKind } from "./activity.input.js";

const ofKind: Record<ActivityKind, Sql> = {
  CHANGES: sql`(r.record_type <> 'File' AND r.action <> 'noted')`,
  NOTES: sql`r.action = 'noted'`,
  FILES: sql`r.record_type = 'File'`,
};

// History tells nobody what a record's own doors would refuse.
const readable = (context: Context): Sql =>
  sql`r.record_type = ANY(${readableTypes(context.actor)}::text[])`;

function conditions(filter: ActivityFilter | null | undefined, context: Context): Sql[] {
  const { kinds, recordTypes, recordId, fields, actions, actorIds, from, to } = filter ?? {};
  const where = [readable(context)];
  if (kinds) {
    where.push(
      kinds.length === 0
        ? sql`false`
        : sql`(${join(
            kinds.map((kind) => ofKind[kind]),
            " OR ",
          )})`,
    );
  }
  if (recordTypes) where.push(sql`r.record_type = ANY(${recordTypes}::text[])`);
  if (recordId != null) {
    where.push(sql`r.record_id = ${parseId(recordId, "filter.recordId")}::uuid`);
  }
  if (fields) {
    where.push(sql`EXISTS (
      SELECT 1 FROM jsonb_array_elements(r.changes) c WHERE c->>'field' = ANY(${fields}::text[]))`);
  }
  if (actions) where.push(sql`r.action = ANY(${actions}::text[])`);
  if (actorIds) {
    const ids = actorIds.map((id, index) => parseId(id, `filter.actorIds.${index}`));
    where.push(sql`r.actor_id = ANY(${ids}::uuid[])`);
  }
  if (from != null) where.push(sql`r.created_at >= ${startOfDay(from, context)}`);
  if (to != null) where.push(sql`r.created_at < ${endOfDay(to, context)}`);
  return where;
}

/** The history, newest first: ids grow with time. */
export const activityListing: Listing<Activity, ActivityFilter, "ID"> = {
  type: Activity,
  where: conditions,
  sortKeys: { ID: { sql: sql`r.id`, type: "uuid" } },
  defaultOrder: { field: "ID", direction: OrderDirection.DESC },
};

/** The history of customers. */
export const activityByCustomer = pagesByOwner(activityListing, "customer_id", mergedInto);

/** Entries of the history by id, those that the actor may read. */
export const activityById: Batch<string, undefined, Activity | null> = async (ids, _, context) => {
  const rows = await context.db.rowsOf(
    Activity,
    sql`
      SELECT ${selectList(Activity, "r")} FROM activity r
      WHERE r.id = ANY(${ids}::uuid[]) AND ${readable(context)}`,
  );
  return inOrder<string, Activity, null>(ids, rows, (row) => row.id, null);
};
