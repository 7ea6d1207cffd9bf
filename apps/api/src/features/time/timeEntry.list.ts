import sql from "sql-template-tag";
import type { Context } from "../../platform/context.js";
import { parseId } from "../../platform/graph/parseInput.js";
import { type ListDefinition, pagesByOwner } from "../../platform/lists/keyset.js";
import { Metric } from "../../platform/lists/metrics.js";
import { rowsById } from "../../platform/records/byId.js";
import { OrderDirection } from "../../platform/types/page.input.js";
import { ofLiveCustomer } from "../customers/customer.loaders.js";
import type { CustomerTotals } from "../customers/list/totals.type.js";
import { TimeEntry } from "./timeEntry.entity.js";
import type { TimeEntryFilter, TimeEntryOrderField } from "./timeEntryList.input.js";

/** Lists of entries of time. */
export const timeEntryList: ListDefinition<TimeEntry, TimeEntryFilter, TimeEntryOrderField> = {
  type: TimeEntry,
  where: (filter) => {
    const where = [sql`r.deleted_at IS NULL`];
    const { userIds, workedFrom, workedTo } = filter ?? {};
    if (userIds) {
      const ids = userIds.map((id, index) => parseId(id, `filter.userIds.${index}`));
      where.push(sql`r.user_id = ANY(${ids}::uuid[])`);
    }
    if (workedFrom != null) where.push(sql`r.worked_on >= ${workedFrom}::date`);
    if (workedTo != null) where.push(sql`r.worked_on <= ${workedTo}::date`);
    return where;
  },
  sortKeys: {
    WORKED_ON: { sql: sql`r.worked_on`, type: "date" },
    CREATED_AT: { sql: sql`r.created_at`, type: "timestamptz" },
    MINUTES: { sql: sql`r.minutes`, type: "integer" },
  },
  defaultOrder: { field: "WORKED_ON", direction: OrderDirection.DESC },
};

/** Entries of time by id. */
export const timeEntryById = rowsById(TimeEntry, [sql`r.deleted_at IS NULL`, ofLiveCustomer]);

/** The first entries of time of projects. */
export const timeEntriesByProject = pagesByOwner(timeEntryList, "project_id");

interface Worked {
  minutes: number;
}

/** How long a customer's projects were worked on. */
export const customerTime = new Metric<Worked>(
  "time",
  "Customer",
  () => sql`
    SELECT coalesce(sum(t.minutes), 0) AS minutes
    FROM time_entries t WHERE t.customer_id = k.id AND t.deleted_at IS NULL`,
);

/** How long a project was worked on. */
export const projectTime = new Metric<Worked>(
  "projectTime",
  "Project",
  () => sql`
    SELECT coalesce(sum(t.minutes), 0) AS minutes
    FROM time_entries t WHERE t.project_id = k.id AND t.deleted_at IS NULL`,
);

/** The minutes of each entry of time, by customer. */
export const minutesOfEach = sql`
  SELECT t.customer_id AS id, t.minutes AS amount FROM time_entries t WHERE t.deleted_at IS NULL`;

/** The minutes of work on the projects of all selected customers. */
export async function minutesOf(context: Context, customers: CustomerTotals): Promise<number> {
  const row = await context.db.row<{ minutes: number }>(sql`
    SELECT coalesce(sum(t.minutes), 0)::int AS minutes FROM time_entries t
    WHERE t.customer_id IN (${customers.ids(context)}) AND t.deleted_at IS NULL`);
  return row?.minutes ?? 0;
}
