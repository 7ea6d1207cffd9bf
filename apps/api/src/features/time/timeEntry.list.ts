import sql, { type Sql } from "sql-template-tag";
import type { Context } from "../../platform/context.js";
import {
  day,
  number,
  reference,
  storedTimes,
  text,
} from "../../platform/graph/filters/fieldKinds.js";
import { conditionsOf, declareFilterFields } from "../../platform/graph/filters/filterField.js";
import { parseId } from "../../platform/graph/parseInput.js";
import { type ListDefinition, pagesByOwner } from "../../platform/lists/keyset.js";
import { Metric } from "../../platform/lists/metrics.js";
import type { ReadContext } from "../../platform/readContext.js";
import { rowsById } from "../../platform/records/byId.js";
import { OrderDirection } from "../../platform/types/page.input.js";
import { ofLiveCustomer } from "../customers/customer.loaders.js";
import { customersWith, ofCustomer } from "../customers/list/ofCustomer.js";
import type { CustomerTotals } from "../customers/list/totals.type.js";
import { TimeEntry } from "./timeEntry.entity.js";
import { TimeEntryFilter, type TimeEntryOrderField } from "./timeEntryList.input.js";

/** The fields that `time_entries r` are filtered by. */
const fields = declareFilterFields(TimeEntryFilter, "time:read", {
  customer: ofCustomer,
  workedOn: day(sql`r.worked_on`, { description: "The day." }),
  minutes: number(sql`r.minutes`, { description: "How long it took." }),
  userId: reference(sql`r.user_id`, { description: "Who worked." }),
  note: text(sql`r.note`, { description: "What was done." }),
  ...storedTimes,
});

function statedConditions(filter: TimeEntryFilter, _: ReadContext, path: string): Sql[] {
  const where: Sql[] = [];
  const { userIds, workedFrom, workedTo } = filter;
  if (userIds) {
    const ids = userIds.map((id, index) => parseId(id, `${path}.userIds.${index}`));
    where.push(sql`r.user_id = ANY(${ids}::uuid[])`);
  }
  if (workedFrom != null) where.push(sql`r.worked_on >= ${workedFrom}::date`);
  if (workedTo != null) where.push(sql`r.worked_on <= ${workedTo}::date`);
  return where;
}

/** The conditions on `r` for entries of time that a filter lets through. */
const timeEntryConditions = conditionsOf(fields, statedConditions);

/** Lists of entries of time. */
export const timeEntryList: ListDefinition<TimeEntry, TimeEntryFilter, TimeEntryOrderField> = {
  type: TimeEntry,
  where: timeEntryConditions,
  sortKeys: {
    WORKED_ON: { sql: sql`r.worked_on`, type: "date" },
    CREATED_AT: { sql: sql`r.created_at`, type: "timestamptz" },
    MINUTES: { sql: sql`r.minutes`, type: "integer" },
  },
  defaultOrder: { field: "WORKED_ON", direction: OrderDirection.DESC },
};

/** Finds customers by their entries of time. */
export const customersByTimeEntries = customersWith("timeEntries", "time:read", {
  type: TimeEntry,
  input: TimeEntryFilter,
  where: timeEntryConditions,
  description: "By its entries of time.",
});

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
