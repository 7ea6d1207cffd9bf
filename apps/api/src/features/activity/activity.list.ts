import { RECORD_TYPES } from "@clientela/shared/records/recordActions";
import { RECORD_KINDS } from "@clientela/shared/records/recordKinds";
import sql, { join, type Sql } from "sql-template-tag";
import type { Context, ViewerBatchLoader } from "../../platform/context.js";
import { selectList } from "../../platform/database/columns.js";
import { Invalid } from "../../platform/errors.js";
import { parseEachId, parseId } from "../../platform/graph/parseInput.js";
import { type ListArgs, type ListDefinition, pagesByOwner } from "../../platform/lists/keyset.js";
import type { ReadContext } from "../../platform/readContext.js";
import { inOrder } from "../../platform/request/loader.js";
import { endOfDay, startOfDay } from "../../platform/request/startOfDay.js";
import { OrderDirection } from "../../platform/types/page.input.js";
import { mergedInto } from "../customers/customer.loaders.js";
import { Activity } from "./activity.entity.js";
import type { ActivityArgs, ActivityFilter, ActivityKind } from "./activity.input.js";
import { type MeantProperties, propertiesMeant } from "./fieldPaths.js";
import {
  isReadableChange,
  isReadableEntry,
  type ReadableHistory,
  readableHistory,
} from "./historyAccess.js";

type Announced = Pick<ActivityListParams, "announced">;

const ofKind: Record<ActivityKind, (params: Announced) => Sql> = {
  CHANGES: ({ announced }) => sql`(r.record_type <> 'File' AND r.action <> 'note_added'
    AND NOT (r.action = 'created' AND r.record_type = ANY(${announced}::text[])))`,
  NOTES: () => sql`r.action = 'note_added'`,
  FILES: () => sql`r.record_type = 'File'`,
};

// Each change of each entry is compared with all of them.
const MAX_FIELDS = 100;

/** The parameters of a history list: a filter, and what the caller may read. */
interface ActivityListParams extends ActivityFilter {
  readable: ReadableHistory;
  /** The names of `fields` in the history of each kind of record that stores them under other names. */
  meant: readonly MeantProperties[];
  /** Record types whose new records the customer's own history announces by another action. */
  announced: readonly string[];
}

/** A page of the history as its reader may see it. */
export function viewerArgs(
  context: Context,
  { filter, ...page }: ActivityArgs,
): ListArgs<ActivityListParams, "ID"> {
  const { registry } = context.app;
  const names = filter?.fields?.length ?? 0;
  if (names > MAX_FIELDS) {
    const params = { max: MAX_FIELDS };
    throw new Invalid([{ path: "filter.fields", code: "too_many", params }]);
  }
  const meant = filter?.fields ? propertiesMeant(registry, filter.fields) : [];
  const announced = [...registry.recordTypes].flatMap(([type, { history }]) =>
    history?.announced ? type : [],
  );
  return { ...page, filter: { ...filter, meant, announced, readable: readableHistory(context) } };
}

// The names in a record's history of the fields that were given by their names in the schema.
function storedAs(fields: readonly string[], meant: readonly MeantProperties[]): Sql {
  if (meant.length === 0) return sql`${fields}::text[]`;
  const elsewhere = meant.map(
    ({ recordType, properties }) => sql`WHEN ${recordType}::text THEN ${properties}::text[]`,
  );
  return sql`CASE r.record_type ${join(elsewhere, " ")} ELSE ${fields}::text[] END`;
}

function conditions(params: ActivityListParams | null | undefined, reading: ReadContext): Sql[] {
  if (!params) throw new Error("the history is read by who may read it");
  const { readable, kind: kinds, recordType: types, recordId, fields, action: actions } = params;
  const { meant, actorIds, from, to } = params;
  const where = [isReadableEntry(readable)];
  if (kinds) {
    where.push(
      kinds.length === 0
        ? sql`false`
        : sql`(${join(
            kinds.map((kind) => ofKind[kind](params)),
            " OR ",
          )})`,
    );
  }
  if (types) {
    const names = RECORD_TYPES.filter((type) => types.includes(RECORD_KINDS[type].value));
    where.push(sql`r.record_type = ANY(${names}::text[])`);
  }
  if (recordId != null) {
    where.push(sql`r.record_id = ${parseId(recordId, "filter.recordId")}::uuid`);
  }
  if (fields) {
    where.push(sql`EXISTS (
      SELECT 1 FROM jsonb_array_elements(r.changes) c 
      WHERE c->>'field' = ANY(${storedAs(fields, meant)}) AND ${isReadableChange(readable)})`);
  }
  if (actions) where.push(sql`r.action = ANY(${actions}::text[])`);
  if (actorIds) {
    const ids = parseEachId(actorIds, "filter.actorIds");
    where.push(sql`r.actor_id = ANY(${ids}::uuid[])`);
  }
  if (from != null) where.push(sql`r.created_at >= ${startOfDay(from, reading)}`);
  if (to != null) where.push(sql`r.created_at < ${endOfDay(to, reading)}`);
  return where;
}

/** The history, newest first: ids grow with time. */
export const activityList: ListDefinition<Activity, ActivityListParams, "ID"> = {
  type: Activity,
  where: conditions,
  sortKeys: { ID: { sql: sql`r.id`, type: "uuid" } },
  defaultOrder: { field: "ID", direction: OrderDirection.DESC },
};

/** The history of customers. */
export const activityByCustomer = pagesByOwner(activityList, "customer_id", mergedInto);

/** Entries of the history by id, those that the actor may read. */
export const activityById: ViewerBatchLoader<string, undefined, Activity | null> = async (
  ids,
  _,
  context,
) => {
  const rows = await context.db.rowsOf(
    Activity,
    sql`
      SELECT ${selectList(Activity, "r")} FROM activity r
      WHERE r.id = ANY(${ids}::uuid[]) AND ${isReadableEntry(readableHistory(context))}`,
  );
  return inOrder<string, Activity, null>(ids, rows, (row) => row.id, null);
};
