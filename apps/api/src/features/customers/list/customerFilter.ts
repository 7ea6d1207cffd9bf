import type { CustomerStatus } from "@clientela/shared/records/enums";
import { storedForm } from "@clientela/shared/values/textRules";
import sql, { raw, type Sql } from "sql-template-tag";
import { Field, ID, InputType } from "type-graphql";
import type { Context } from "../../../platform/context.js";
import { extensionOf } from "../../../platform/graph/listExtension.js";
import { parseEachId } from "../../../platform/graph/parseInput.js";
import { assertFewValues } from "../../../platform/lists/filterValues.js";
import type { KeptMetric } from "../../../platform/lists/kept/keptMetric.js";
import { inRange, type MetricRange } from "../../../platform/lists/kept/metricRange.js";
import { containing } from "../../../platform/lists/search.js";
import type { MetricCondition } from "../../../platform/lists/sortKey.js";
import { endOfDay, startOfDay } from "../../../platform/request/startOfDay.js";
import { Allow, demand } from "../../../platform/security/authorize.js";
import { CountryCode, DateScalar } from "../../../platform/types/scalars.js";
import { CustomerStatusEnum } from "../customer.entity.js";
import { isActivity } from "../customer.loaders.js";
import { groupOf } from "../groups/groupTree.js";

/** Which customers a list holds; all conditions must hold. */
@InputType({ description: "Which customers a list holds; all conditions must hold." })
export class CustomerFilter {
  @Allow("customers:read")
  @Field(() => [CustomerStatusEnum], {
    nullable: true,
    description: "Any of these; without it, all but archived ones.",
  })
  status?: CustomerStatus[] | null;

  @Allow("customers:read")
  @Field(() => [ID], { nullable: true, description: "Owned by any of these users." })
  ownerIds?: string[] | null;

  @Allow("customers:read")
  @Field(() => Boolean, { nullable: true, description: "Without (true) or with (false) an owner." })
  unowned?: boolean | null;

  @Allow("customers:read")
  @Field(() => [String], { nullable: true, description: "Has any of these tags." })
  tags?: string[] | null;

  @Allow("customers:read")
  @Field(() => String, {
    nullable: true,
    description: "In this city; accents and case do not matter.",
  })
  city?: string | null;

  @Allow("customers:read")
  @Field(() => String, {
    nullable: true,
    description: "In a city whose name contains this; accents and case do not matter.",
  })
  cityContains?: string | null;

  @Allow("customers:read")
  @Field(() => [CountryCode], { nullable: true, description: "In any of these countries." })
  countries?: string[] | null;

  @Allow("customers:read")
  @Field(() => Boolean, {
    nullable: true,
    description: "Without (true) or with (false) a street, a city or a postal code.",
  })
  addressMissing?: boolean | null;

  @Allow("customers:read")
  @Field(() => DateScalar, { nullable: true, description: "Made on this day or later." })
  createdFrom?: string | null;

  @Allow("customers:read")
  @Field(() => DateScalar, { nullable: true, description: "Made on this day or earlier." })
  createdTo?: string | null;

  @Allow("customers:read")
  @Field(() => DateScalar, {
    nullable: true,
    description:
      "Nothing written into the history since this day on the customer, its addresses, people and notes.",
  })
  noActivitySince?: string | null;

  @Allow("customers:read")
  @Field(() => [ID], {
    nullable: true,
    description: "Any of these, and all that belong to them at any depth.",
  })
  groupIds?: string[] | null;

  @Allow("customers:read")
  @Field(() => [ID], { nullable: true, description: "Belongs to any of these directly." })
  parentIds?: string[] | null;

  @Allow("customers:read")
  @Field(() => [ID], { nullable: true, description: "Any of these." })
  ids?: string[] | null;
}

// Written as the partial index has it, so that it is used.
const ADDRESS_MISSING = sql`r.street IS NULL AND r.city IS NULL AND r.postal_code IS NULL`;

/** The conditions of a filter on `customers r`, besides not being deleted. */
export function customerConditions(
  filter: CustomerFilter | null | undefined,
  context: Context,
): Sql[] {
  assertFewValues(filter);
  const where: Sql[] = [];
  const {
    status,
    ownerIds,
    unowned,
    tags,
    city,
    cityContains,
    countries,
    addressMissing,
    createdFrom,
    createdTo,
    ids,
    groupIds,
    parentIds,
    noActivitySince,
  } = filter ?? {};
  // Written as the partial indexes have it, so that they are used.
  where.push(status ? sql`r.status = ANY(${status}::text[])` : sql`r.status <> 'ARCHIVED'`);
  if (ids) where.push(sql`r.id = ANY(${parseEachId(ids, "filter.ids")}::uuid[])`);
  if (groupIds) {
    const ids = parseEachId(groupIds, "filter.groupIds");
    const roots = sql`SELECT g.id FROM customers g WHERE g.id = ANY(${ids}::uuid[]) AND g.deleted_at IS NULL`;
    where.push(sql`r.id IN (${groupOf(roots)})`);
  }
  if (parentIds) {
    const ids = parseEachId(parentIds, "filter.parentIds");
    where.push(
      sql`r.parent_id IN (SELECT p.id FROM customers p WHERE p.id = ANY(${ids}::uuid[]) AND p.deleted_at IS NULL)`,
    );
  }
  if (ownerIds) {
    where.push(sql`r.owner_id = ANY(${parseEachId(ownerIds, "filter.ownerIds")}::uuid[])`);
  }
  if (unowned != null) where.push(sql`r.owner_id IS ${raw(unowned ? "NULL" : "NOT NULL")}`);
  if (tags) where.push(sql`r.tags && ${tags.map(storedForm)}::text[]`);
  if (city != null) where.push(sql`r.city_key = fold(${city})`);
  if (cityContains != null) where.push(containing(sql`r.city_key`, cityContains));
  if (countries) where.push(sql`r.country = ANY(${countries}::text[])`);
  if (addressMissing != null) {
    where.push(addressMissing ? ADDRESS_MISSING : sql`NOT (${ADDRESS_MISSING})`);
  }
  if (createdFrom != null) where.push(sql`r.created_at >= ${startOfDay(createdFrom, context)}`);
  if (createdTo != null) {
    where.push(sql`r.created_at < ${endOfDay(createdTo, context)}`);
  }
  if (noActivitySince != null) {
    where.push(sql`NOT EXISTS (
      SELECT 1 FROM activity a WHERE a.customer_id = r.id AND ${isActivity} AND a.created_at >= ${startOfDay(noActivitySince, context)})`);
  }
  for (const { name, permission, condition } of extensionOf(context, "Customer").filters.values()) {
    const value = (filter as AnyFilter)?.[name];
    if (value == null || !condition) continue;
    // An export asks it again when it is written, which may be after the role was taken away.
    demand(context, permission);
    where.push(condition(value, context));
  }
  return where;
}

type AnyFilter = Record<string, unknown> | null | undefined;

/** The range of a metric in a currency that a filter asks for, if it does. */
export function rangeOf(
  filter: CustomerFilter | null | undefined,
  metric: KeptMetric,
  currency: string,
  context: Context,
): MetricRange | null {
  for (const { name, range } of extensionOf(context, "Customer").filters.values()) {
    const value = (filter as AnyFilter)?.[name];
    if (value == null || range?.metric !== metric) continue;
    const found = range.read(value, context);
    return found.currency === currency ? found : null;
  }
  return null;
}

/** The conditions of a filter on metrics of `customers r`. */
export function metricConditions(
  filter: CustomerFilter | null | undefined,
  context: Context,
): MetricCondition[] {
  if (!filter) return [];
  const conditions: MetricCondition[] = [];
  for (const { name, permission, range } of extensionOf(context, "Customer").filters.values()) {
    const value = (filter as AnyFilter)?.[name];
    if (value == null || !range) continue;
    demand(context, permission);
    const condition = inRange(range.metric, range.read(value, context), context);
    if (condition) conditions.push(condition);
  }
  return conditions;
}
