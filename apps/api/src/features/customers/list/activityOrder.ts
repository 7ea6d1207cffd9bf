import sql from "sql-template-tag";
import type { ListOrder } from "../../../platform/graph/listExtension.js";
import { lastActivityOf } from "../customer.loaders.js";

/** Sorts customers by their last activity. */
export const byLastActivity: ListOrder = {
  name: "LAST_ACTIVITY",
  description: "By `lastActivityAt` of the summary; those without any before all others.",
  permission: "customers:read",
  metric: {
    name: "LAST_ACTIVITY",
    isComplete: true,
    of: (customerId) => sql`
      SELECT '' AS currency, coalesce((SELECT extract(epoch FROM l.at) FROM (${lastActivityOf(customerId)}) l), 0) AS value`,
  },
};
