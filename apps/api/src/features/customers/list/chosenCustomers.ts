import { CUSTOMER_STATUSES } from "@clientela/shared/records/enums";
import sql, { join, raw, type Sql } from "sql-template-tag";
import { z } from "zod";
import type { Context } from "../../../platform/context.js";
import { sortKeyOf } from "../../../platform/lists/keyset.js";
import { OrderDirection } from "../../../platform/types/page.input.js";
import { customerList, matchingCustomers } from "./customer.list.js";
import { leavesArchivedOut } from "./customerConditions.js";

const paramsSchema = z.object({
  search: z.string().nullish(),
  filter: z.record(z.string(), z.unknown()).nullish(),
  orderBy: z
    .object({
      field: z.string(),
      direction: z.enum(OrderDirection),
      currency: z.string().nullish(),
    })
    .nullish(),
  /** Archived ones too, where the filter does not speak of the status. */
  includeArchived: z.boolean().nullish(),
});

/** The customers `r` that an export's parameters select, and their order. */
export function chosenCustomers(input: unknown, context: Context): { where: Sql; order: Sql } {
  const { search, filter, orderBy, includeArchived } = paramsSchema.parse(input);
  const order = orderBy ?? customerList.defaultOrder;
  const direction = raw(order.direction);
  const whole =
    includeArchived && leavesArchivedOut(filter)
      ? { ...filter, status: [...CUSTOMER_STATUSES] }
      : filter;
  return {
    where: join(matchingCustomers({ search, filter: whole }, context), " AND "),
    order: sql`${sortKeyOf(customerList, order, null, context).sql} ${direction}, r.id ${direction}`,
  };
}
