import { storedForm } from "@clientela/shared/values/textRules";
import sql, { raw, type Sql } from "sql-template-tag";
import type { Context } from "../../../platform/context.js";
import { fieldConditions } from "../../../platform/graph/filters/filterField.js";
import { extensionOf } from "../../../platform/graph/listExtension.js";
import { parseEachId } from "../../../platform/graph/parseInput.js";
import { conjunctsOf, groupedConditions, mentions } from "../../../platform/lists/filterGroups.js";
import type { KeptMetric } from "../../../platform/lists/kept/keptMetric.js";
import { inRange, type MetricRange } from "../../../platform/lists/kept/metricRange.js";
import { containing } from "../../../platform/lists/search.js";
import type { MetricCondition } from "../../../platform/lists/sortKey.js";
import type { ReadContext } from "../../../platform/readContext.js";
import { endOfDay, startOfDay } from "../../../platform/request/startOfDay.js";
import { demand } from "../../../platform/security/authorize.js";
import { isActivity } from "../customer.loaders.js";
import { groupOf } from "../groups/groupTree.js";
import { customerFields } from "./customerFields.js";
import type { CustomerFilter } from "./customerFilter.js";

// Written as the partial index has it, so that it is used.
const ADDRESS_MISSING = sql`r.street IS NULL AND r.city IS NULL AND r.postal_code IS NULL`;

type Parts = Readonly<Record<string, unknown>>;

const partsOf = (filter: CustomerFilter): Parts => ({ ...filter });

function statedConditions(filter: CustomerFilter, reading: ReadContext, path: string): Sql[] {
  const where: Sql[] = [];
  const {
    status,
    ownerIds,
    unowned,
    tags,
    untagged,
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
  } = filter;
  if (status) where.push(sql`r.status = ANY(${status}::text[])`);
  if (ids) where.push(sql`r.id = ANY(${parseEachId(ids, `${path}.ids`)}::uuid[])`);
  if (groupIds) {
    const ids = parseEachId(groupIds, `${path}.groupIds`);
    const roots = sql`SELECT g.id FROM customers g WHERE g.id = ANY(${ids}::uuid[]) AND g.deleted_at IS NULL`;
    where.push(sql`r.id IN (${groupOf(roots)})`);
  }
  if (parentIds) {
    const ids = parseEachId(parentIds, `${path}.parentIds`);
    where.push(
      sql`r.parent_id IN (SELECT p.id FROM customers p WHERE p.id = ANY(${ids}::uuid[]) AND p.deleted_at IS NULL)`,
    );
  }
  if (ownerIds) {
    where.push(sql`r.owner_id = ANY(${parseEachId(ownerIds, `${path}.ownerIds`)}::uuid[])`);
  }
  if (unowned != null) where.push(sql`r.owner_id IS ${raw(unowned ? "NULL" : "NOT NULL")}`);
  if (tags) where.push(sql`r.tags && ${tags.map(storedForm)}::text[]`);
  if (untagged != null) where.push(sql`(r.tags = '{}') = ${untagged}`);
  if (city != null) where.push(sql`r.city_key = fold(${city})`);
  if (cityContains != null) where.push(containing(sql`r.city_key`, cityContains));
  if (countries) where.push(sql`r.country = ANY(${countries}::text[])`);
  if (addressMissing != null) {
    where.push(addressMissing ? ADDRESS_MISSING : sql`NOT (${ADDRESS_MISSING})`);
  }
  if (createdFrom != null) where.push(sql`r.created_at >= ${startOfDay(createdFrom, reading)}`);
  if (createdTo != null) {
    where.push(sql`r.created_at < ${endOfDay(createdTo, reading)}`);
  }
  if (noActivitySince != null) {
    where.push(sql`NOT EXISTS (
      SELECT 1 FROM activity a WHERE a.customer_id = r.id AND ${isActivity} AND a.created_at >= ${startOfDay(noActivitySince, reading)})`);
  }
  return where;
}

/** The ranges of metrics that one part of a filter asks for. */
const rangesIn = (filter: CustomerFilter, reading: ReadContext, path = "filter") =>
  [...extensionOf(reading, "Customer").filters.values()].flatMap(({ name, range }) => {
    const value = partsOf(filter)[name];
    return value == null || !range
      ? []
      : [{ metric: range.metric, range: range.read(value, reading, `${path}.${name}`) }];
  });

function addedConditions(filter: CustomerFilter, reading: ReadContext, path: string): Sql[] {
  return [...extensionOf(reading, "Customer").filters.values()].flatMap(({ name, conditions }) => {
    const value = partsOf(filter)[name];
    return value == null ? [] : [...(conditions?.(value, reading, `${path}.${name}`) ?? [])];
  });
}

/**
 * The conditions of a filter on `customers r`, besides not being deleted, and without the ranges of metrics that hold
 * for all of them: `metricConditions` has these, unless `withMetrics` asks for them too.
 */
export function customerConditions(
  filter: CustomerFilter | null | undefined,
  reading: ReadContext,
  path?: string,
  withMetrics = false,
): Sql[] {
  return groupedConditions(
    filter,
    (part, at, isConjunct) => {
      const onMetrics = isConjunct && !withMetrics ? [] : rangesIn(part, reading, at);
      return [
        ...statedConditions(part, reading, at),
        ...fieldConditions(customerFields, part, reading, at),
        ...addedConditions(part, reading, at),
        ...onMetrics.flatMap(({ metric, range }) => inRange(metric, range, reading)?.whole ?? []),
      ];
    },
    path,
  );
}

/** Whether a filter says nothing of the status, so that archived customers are left out. */
export const leavesArchivedOut = (filter: CustomerFilter | null | undefined): boolean =>
  !mentions(filter, "status");

/**
 * Throws Forbidden where a filter asks what its caller may not: an export asks it again when it is written, which may be
 * after the role was taken away.
 */
export function demandFilter(filter: CustomerFilter | null | undefined, context: Context): void {
  if (!filter) return;
  const parts = partsOf(filter);
  for (const { name, permission } of extensionOf(context, "Customer").filters.values())
    if (parts[name] != null) demand(context, permission);
  const { and, or, not } = filter;
  for (const one of [...(and ?? []), ...(or ?? []), not]) demandFilter(one, context);
}

/** The range of a metric in a currency that a filter asks for, if it does so once. */
export function rangeOf(
  filter: CustomerFilter | null | undefined,
  metric: KeptMetric,
  currency: string,
  reading: ReadContext,
): MetricRange | null {
  const ranges = conjunctsOf(filter)
    .flatMap((part) => rangesIn(part, reading))
    .filter((found) => found.metric === metric && found.range.currency === currency);
  return ranges.length === 1 ? (ranges[0]?.range ?? null) : null;
}

/** The conditions of a filter on metrics of `customers r` that hold for all of them. */
export const metricConditions = (
  filter: CustomerFilter | null | undefined,
  reading: ReadContext,
): MetricCondition[] =>
  conjunctsOf(filter)
    .flatMap((part) => rangesIn(part, reading))
    .flatMap(({ metric, range }) => inRange(metric, range, reading) ?? []);
