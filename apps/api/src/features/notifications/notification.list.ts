import sql, { join, raw, type Sql } from "sql-template-tag";
import type { Context, ViewerBatchLoader } from "../../platform/context.js";
import { selectList, tableOf } from "../../platform/database/columns.js";
import { isOneOfKeys } from "../../platform/lists/keys.js";
import type { ListDefinition } from "../../platform/lists/keyset.js";
import { inOrder } from "../../platform/request/loader.js";
import { allows } from "../../platform/security/authorize.js";
import { OrderDirection } from "../../platform/types/page.input.js";
import { Notification } from "./notification.entity.js";
import type { NotificationFilter } from "./notification.input.js";

/** The caller's id, where the caller is a person. */
const personOf = ({ actor }: Context): string | null => (actor.kind === "USER" ? actor.id : null);

/** Matches notifications `r` whose record the caller may read now: nothing is told of what has been hidden since. */
function ofReadableRecord(context: Context): Sql {
  const kinds = context.app.registry.notifiableRecords.filter(({ permission }) =>
    allows(context.actor, [permission]),
  );
  if (kinds.length === 0) return sql`false`;
  const each = kinds.map(
    ({ type, where }) => sql`(r.record_type = ${type.name}::text AND r.record_id IN (
      SELECT r.id FROM ${raw(tableOf(type))} r WHERE ${join([sql`true`, ...where], " AND ")}))`,
  );
  return sql`(${join(each, " OR ")})`;
}

/** Matches the notifications `r` of the caller. */
export const ofCaller = (context: Context): Sql =>
  sql`r.user_id = ${personOf(context)}::uuid AND ${ofReadableRecord(context)}`;

/** The notifications of the caller, the newest first: ids grow with time. */
export const notificationList: ListDefinition<Notification, NotificationFilter, "ID", Context> = {
  type: Notification,
  where: (filter, context) => [
    ofCaller(context),
    ...(filter?.unread == null
      ? []
      : [sql`r.read_at IS ${raw(filter.unread ? "NULL" : "NOT NULL")}`]),
  ],
  sortKeys: { ID: { sql: sql`r.id`, type: "uuid" } },
  defaultOrder: { field: "ID", direction: OrderDirection.DESC },
};

/** Notifications of the caller, by id. */
export const notificationById: ViewerBatchLoader<string, undefined, Notification | null> = async (
  ids,
  _args,
  context,
) => {
  const rows = await context.db.rowsOf(
    Notification,
    sql`
      SELECT ${selectList(Notification, "r")} FROM notifications r
      WHERE ${isOneOfKeys(sql`r.id`, ids)} AND ${ofCaller(context)}`,
  );
  return inOrder<string, Notification, null>(ids, rows, ({ id }) => id, null);
};

/** How many the caller has not read. */
export async function countUnread(context: Context): Promise<number> {
  const row = await context.db.row<{ count: string }>(sql`
    SELECT count(*) AS count FROM notifications r WHERE ${ofCaller(context)} AND r.read_at IS NULL`);
  return Number(row?.count ?? 0);
}
