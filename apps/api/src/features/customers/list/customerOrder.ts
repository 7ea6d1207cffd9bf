import sql, { type Sql } from "sql-template-tag";
import { Field, InputType, registerEnumType } from "type-graphql";
import type { Context } from "../../../platform/context.js";
import { type ExtensibleList, extensionOf } from "../../../platform/graph/listExtension.js";
import { sortKeyOfMetric } from "../../../platform/lists/kept/metricOrder.js";
import type { SortOrder } from "../../../platform/lists/keyset.js";
import type { SortKey } from "../../../platform/lists/sortKey.js";
import { Allow, demand } from "../../../platform/security/authorize.js";
import { OrderDirection } from "../../../platform/types/page.input.js";
import type { ValuesConfig } from "../../../platform/types/rules.js";
import { CurrencyCode } from "../../../platform/types/scalars.js";
import { rangeOf } from "./customerConditions.js";
import type { CustomerFilter } from "./customerFilter.js";

/** Sorts by something that many have in common, and by the name within; those without it come last. */
const byName = (key: Sql): SortKey => ({
  sql: sql`(${key} || E'\\x01' || r.name_key) COLLATE "C"`,
  type: "text",
});

/** What stands in the row of a customer `r`; each has an index, and whoever reads customers may sort by it. */
export const storedOrders = {
  LEGAL_NAME: { sql: sql`r.name_key`, type: "text" },
  NUMBER: { sql: sql`r.number COLLATE "C"`, type: "text" },
  CITY: { sql: sql`r.city_key`, type: "text" },
  COUNTRY: byName(sql`coalesce(r.country, '~')`),
  STATUS: byName(
    sql`CASE r.status WHEN 'LEAD' THEN '1' WHEN 'ACTIVE' THEN '2' WHEN 'INACTIVE' THEN '3' ELSE '4' END`,
  ),
  OWNER: byName(sql`coalesce('0' || r.owner_key, '1')`),
  CREATED_AT: { sql: sql`r.created_at`, type: "timestamptz" },
  UPDATED_AT: { sql: sql`r.updated_at`, type: "timestamptz" },
} as const satisfies Record<string, SortKey>;

/** By a metric, where the caller may read it: customers without any count as 0. */
export function addedOrder(
  { field, currency }: SortOrder<string>,
  params: { filter?: CustomerFilter | null } | null | undefined,
  context: Context,
): SortKey | undefined {
  const order = extensionOf(context, "Customer").orders.get(field);
  if (!order) return undefined;
  demand(context, order.permission);
  const { metric } = order;
  const of = metric.unit === "money" ? (currency ?? context.organisation.currency) : "";
  return sortKeyOfMetric(metric, context, of, rangeOf(params?.filter, metric, of, context));
}

const descriptions: Readonly<Record<string, string>> = {
  COUNTRY: "By its code, and by legal name within.",
  STATUS: "From lead to archived, and by legal name within.",
  OWNER: "By the owner's name, and by legal name within.",
};
const values: Record<string, string> = {};
const valuesConfig: ValuesConfig = {};
registerEnumType(values, {
  name: "CustomerOrderField",
  description:
    "What customers can be sorted by. By a metric of the summary, those without it count as 0; to sort by one takes the permission to read it.",
  valuesConfig,
});

/** The list of customers, as other features may extend it. */
export const extensibleCustomers: ExtensibleList = {
  list: "Customer",
  ownOrders: Object.fromEntries(
    Object.keys(storedOrders).map((name) => [
      name,
      {
        rule: "customers:read",
        ...(descriptions[name] ? { description: descriptions[name] } : {}),
      },
    ]),
  ),
  values,
  config: valuesConfig,
};

/** How customers are sorted. */
@InputType({ description: "How customers are sorted." })
export class CustomerOrder implements SortOrder<string> {
  @Field(() => values, { description: "By what." })
  field!: string;

  @Field(() => OrderDirection, {
    defaultValue: OrderDirection.ASC,
    description: "Which end comes first.",
  })
  direction!: OrderDirection;

  @Allow("customers:read")
  @Field(() => CurrencyCode, {
    nullable: true,
    description: "In which currency amounts are sorted; the organisation's unless given.",
  })
  currency?: string | null;
}
