import sql, { type Sql } from "sql-template-tag";
import { declareRange, type ListOrder } from "../../../platform/graph/listExtension.js";
import { singleMetric } from "../../../platform/lists/kept/keptMetric.js";
import { endOfDay, startOfDay } from "../../../platform/request/startOfDay.js";
import { lastActivityOf } from "../customer.loaders.js";
import { CustomerFilter } from "./customerFilter.js";

const secondsOf = (instant: Sql): Sql => sql`extract(epoch FROM ${instant})`;

/** Sorts customers by their last activity. */
export const byLastActivity: ListOrder = {
  name: "LAST_ACTIVITY",
  description: "By `lastActivityAt` of the summary; those without any before all others.",
  permission: "customers:read",
  metric: singleMetric({
    name: "LAST_ACTIVITY",
    unit: {
      within: (from, to, reading) => [
        ...(from === null ? [] : [sql`v.value >= ${secondsOf(startOfDay(from, reading))}`]),
        ...(to === null ? [] : [sql`v.value < ${secondsOf(endOfDay(to, reading))}`]),
      ],
    },
    isComplete: true,
    of: (customerId) => sql`
      SELECT '' AS currency, coalesce((SELECT ${secondsOf(sql`l.at`)} FROM (${lastActivityOf(customerId)}) l), 0) AS value`,
  }),
};

/** Finds customers by the same. */
export const lastActivityRange = declareRange(CustomerFilter, byLastActivity, {
  name: "lastActivityOn",
  description: "The day of the last activity; those without any are earlier than all days.",
});
