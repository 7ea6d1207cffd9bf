import type { Permission } from "@clientela/shared/records/roles";
import { type GraphQLScalarType, type GraphQLSchema, isEnumType, isInputObjectType } from "graphql";
import sql, { type Sql } from "sql-template-tag";
import { type ClassType, Extensions, Field, getMetadataStorage } from "type-graphql";
import type { App } from "../app.js";
import type { KeptMetric } from "../lists/kept/keptMetric.js";
import type { MetricRange } from "../lists/kept/metricRange.js";
import type { ReadContext } from "../readContext.js";
import { Allow } from "../security/authorize.js";
import type { Rule, ValuesConfig } from "../types/rules.js";
import type { FilterField } from "./filters/filterField.js";
import { rangeInputOf, readRange } from "./metricFilter.js";

/** A filter for another feature's list. */
export interface ListFilter {
  name: string;
  permission: Permission;
  /** The conditions on the list's rows `r` for a value of the filter; those that are ranges have none. */
  conditions?: FilterField["conditions"];
  /** The metric that it is a range of, and how the range is read from a value; `path` is where it stands in errors. */
  range?: {
    metric: KeptMetric;
    read: (value: unknown, reading: ReadContext, path: string) => MetricRange;
  };
}

/** A filter that is true or false: a condition on the list's rows `r`. */
interface FlagFilter extends Pick<ListFilter, "name" | "permission"> {
  description: string;
  condition: (reading: ReadContext) => Sql;
}

/** A metric by which another feature's list can be sorted. */
export interface ListOrder {
  name: string;
  description: string;
  permission: Permission;
  metric: KeptMetric;
}

/** What a feature adds to the list of another's records. */
export interface ListExtension {
  /** The type whose list it is. */
  list: string;
  filters?: readonly ListFilter[];
  orders?: readonly ListOrder[];
}

/** A list that other features may extend. */
export interface ExtensibleList {
  /** The type whose list it is. */
  list: string;
  /** The orders that it has without them. */
  ownOrders: Readonly<ValuesConfig>;
  /** The enum of its orders for type-graphql: names, and their configuration. */
  values: Record<string, string>;
  config: ValuesConfig;
}

/** Everything that the features of a registry add to one list, by name. */
export interface ComposedExtension {
  readonly filters: ReadonlyMap<string, ListFilter>;
  readonly orders: ReadonlyMap<string, ListOrder>;
}

const EXTENSION = "listExtension";
const NOTHING: ComposedExtension = { filters: new Map(), orders: new Map() };

/** The extensions of a list, on the caller's server. */
export const extensionOf = ({ app }: Pick<ReadContext, "app">, list: string): ComposedExtension =>
  app.registry.listExtensions.get(list) ?? NOTHING;

// As a decorator does; it is in the schema if a feature lists it.
function declareField(
  input: ClassType<object>,
  type: () => ClassType<object> | GraphQLScalarType | BooleanConstructor | [object],
  { name, permission, description }: Pick<FlagFilter, "name" | "permission" | "description">,
): void {
  Field(type, { nullable: true, description })(input.prototype, name);
  Allow(permission)(input.prototype, name);
  Extensions({ [EXTENSION]: true })(input.prototype, name);
}

/** Declares a filter that is true or false to type-graphql. */
export function declareFilter(input: ClassType<object>, filter: FlagFilter): ListFilter {
  declareField(input, () => Boolean, filter);
  const { name, permission, condition } = filter;
  return {
    name,
    permission,
    conditions: (value, reading) => [value ? condition(reading) : sql`NOT ${condition(reading)}`],
  };
}

/** Declares a filter by any of several values of an enum to type-graphql; no value is like no filter. */
export function declareChoices<Value extends string>(
  input: ClassType<object>,
  type: () => object,
  values: readonly Value[],
  filter: Omit<FlagFilter, "condition"> & {
    condition: (values: readonly Value[], reading: ReadContext) => Sql;
  },
): ListFilter {
  declareField(input, () => [type()], filter);
  const { name, permission, condition } = filter;
  return {
    name,
    permission,
    conditions: (given, reading) => [
      condition(
        values.filter((value) => Array.isArray(given) && given.includes(value)),
        reading,
      ),
    ],
  };
}

/** Declares a filter by a field, or by related records, to type-graphql. */
export function declareFieldFilter(
  input: ClassType<object>,
  name: string,
  permission: Permission,
  { type, description, conditions }: FilterField,
): ListFilter {
  declareField(input, type, { name, permission, description });
  return { name, permission, conditions };
}

/** Declares a filter by ranges of the metric of an order to type-graphql. */
export function declareRange(
  input: ClassType<object>,
  { metric, permission }: ListOrder,
  { name, description }: Pick<FlagFilter, "name" | "description">,
): ListFilter {
  const read = (value: unknown, reading: ReadContext, path: string) =>
    readRange(metric, path, value, reading);
  declareField(input, () => rangeInputOf(metric), { name, permission, description });
  return { name, permission, range: { metric, read } };
}

/** Composes the extensions of all features. Throws where two of them use the same name. */
export function composeListExtensions(
  extensions: readonly ListExtension[],
): ReadonlyMap<string, ComposedExtension> {
  const named = <Part extends { name: string }>(parts: readonly Part[]) => {
    const byName = new Map(parts.map((part) => [part.name, part]));
    if (byName.size < parts.length) throw new Error("two features add the same name to a list");
    return byName;
  };
  return new Map(
    [...Map.groupBy(extensions, ({ list }) => list)].map(([list, own]) => [
      list,
      {
        filters: named(own.flatMap(({ filters = [] }) => filters)),
        orders: named(own.flatMap(({ orders = [] }) => orders)),
      },
    ]),
  );
}

/**
 * Sets the orders of a registry in the enums of extensible lists. type-graphql keeps one storage for the process, which it
 * reads while it builds a schema: this has to run right before.
 */
export function composeOrderEnums({ extensibleLists, listExtensions }: App["registry"]): void {
  for (const { list, ownOrders, values, config } of extensibleLists) {
    for (const name of Object.keys(values)) {
      delete values[name];
      delete config[name];
    }
    const added = [...(listExtensions.get(list)?.orders.values() ?? [])].map(
      ({ name, description, permission }) => [name, { description, rule: permission }] as const,
    );
    Object.assign(config, ownOrders, Object.fromEntries(added));
    for (const name of Object.keys(config)) values[name] = name;
  }
}

/** Removes the filters of features that the registry does not have from a schema. */
export function removeForeignFilters(schema: GraphQLSchema, registry: App["registry"]): void {
  for (const { list } of registry.extensibleLists) {
    const input = schema.getType(`${list}Filter`);
    if (!isInputObjectType(input)) continue;
    const own = registry.listExtensions.get(list)?.filters;
    const fields = input.getFields();
    for (const { name, extensions } of Object.values(fields))
      if (extensions[EXTENSION] && !own?.has(name)) delete fields[name];
  }
}

/** Gives the values of a schema's enums the rules that were declared for them. */
export function applyValueRules(schema: GraphQLSchema): void {
  for (const { name, valuesConfig } of getMetadataStorage().enums) {
    const type = schema.getType(name);
    if (!isEnumType(type)) continue;
    for (const value of type.getValues()) {
      const config = valuesConfig[value.name];
      if (hasRule(config)) value.extensions = { ...value.extensions, rule: config.rule };
    }
  }
}

const hasRule = (config: unknown): config is { rule: Rule } =>
  typeof config === "object" && config !== null && "rule" in config;
