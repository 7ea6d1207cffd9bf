import sql, { join, type Sql } from "sql-template-tag";
import { type ClassType, Field } from "type-graphql";
import { Invalid } from "../errors.js";
import { assertFewValues } from "./filterValues.js";

// How deep groups, related records and ranges may lie in one another, and how many conditions a filter may have in all.
const MAX_LEVELS = 10;
const MAX_CONDITIONS = 100;

/** Where a whole filter stands in errors. */
const ROOT = "filter";

/** What every filter has besides its own conditions: groups of further ones. */
export abstract class FilterGroups<Filter> {
  and?: Filter[] | null;
  or?: Filter[] | null;
  not?: Filter | null;
}

/** Declares the groups of a filter to type-graphql. */
export const Grouped = (): ClassDecorator => (target) => {
  const input = target as unknown as ClassType<object>;
  const declare = (
    name: string,
    type: () => ClassType<object> | [ClassType<object>],
    description: string,
  ) => Field(type, { nullable: true, description })(input.prototype, name);
  declare("and", () => [input], "All of these hold as well.");
  declare("or", () => [input], "At least one of these holds as well; of none, none does.");
  declare("not", () => input, "This does not hold; what is said of a missing value does not.");
};

/** The conditions of one filter, without its groups; `isConjunct` says that they must hold for every row. */
type OwnConditions<Filter> = (filter: Filter, path: string, isConjunct: boolean) => Sql[];

const allOf = (conditions: readonly Sql[]): Sql =>
  conditions.length === 0 ? sql`true` : sql`(${join(conditions, " AND ")})`;

/** The conditions of a filter with its groups, all of which must hold. */
export function groupedConditions<Filter extends FilterGroups<Filter>>(
  filter: Filter | null | undefined,
  own: OwnConditions<Filter>,
  path = ROOT,
  isConjunct = true,
): Sql[] {
  if (!filter) return [];
  if (path === ROOT) assertBounded(filter);
  const { and, or, not } = filter;
  const within = (one: Filter, at: string) =>
    allOf(groupedConditions(one, own, `${path}.${at}`, false));
  assertFewValues(filter, path);
  const conditions = own(filter, path, isConjunct);
  for (const [index, one] of (and ?? []).entries())
    conditions.push(...groupedConditions(one, own, `${path}.and.${index}`, isConjunct));
  if (or) {
    const any = or.map((one, index) => within(one, `or.${index}`));
    conditions.push(any.length === 0 ? sql`false` : sql`(${join(any, " OR ")})`);
  }
  // What is unknown of a missing value does not hold, and so its opposite does.
  if (not) conditions.push(sql`${within(not, "not")} IS NOT TRUE`);
  return conditions;
}

/** The parts of a filter that must hold for every row: itself, and what its groups of AND hold. */
export const conjunctsOf = <Filter extends FilterGroups<Filter>>(
  filter: Filter | null | undefined,
): Filter[] => (filter ? [filter, ...(filter.and ?? []).flatMap(conjunctsOf)] : []);

/** Whether a filter or any of its groups has a part of this name. */
export function mentions<Filter extends FilterGroups<Filter>>(
  filter: Filter | null | undefined,
  name: keyof Filter,
): boolean {
  if (!filter) return false;
  const { and, or, not } = filter;
  return (
    filter[name] != null || [...(and ?? []), ...(or ?? []), not].some((one) => mentions(one, name))
  );
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !(value instanceof Date);

/** How many conditions a filter has, however deep; the first level is counted from 1. */
function countConditions(value: unknown, level: number): number {
  if (value == null) return 0;
  if (Array.isArray(value)) {
    const nested = value.filter(isObject);
    return nested.length === 0
      ? 1
      : nested.reduce<number>((sum, one) => sum + countConditions(one, level), 0);
  }
  if (!isObject(value)) return 1;
  if (level > MAX_LEVELS)
    throw new Invalid([{ path: ROOT, code: "too_deep", params: { max: MAX_LEVELS } }]);
  return Object.values(value).reduce<number>(
    (sum, one) => sum + countConditions(one, level + 1),
    0,
  );
}

/** Throws Invalid for a filter that is deeper, or has more conditions, than a statement is to have. */
function assertBounded(filter: unknown): void {
  if (countConditions(filter, 1) > MAX_CONDITIONS)
    throw new Invalid([{ path: ROOT, code: "too_many", params: { max: MAX_CONDITIONS } }]);
}

const COMPOSING = new Set(["and", "or", "not", "some", "none"]);

/** Whether a filter has groups or speaks of related records: its statement is hardly ever asked again. */
export function isComposed(filter: unknown): boolean {
  return (
    isObject(filter) &&
    Object.entries(filter).some(
      ([name, value]) =>
        value != null && (COMPOSING.has(name) || (!Array.isArray(value) && isComposed(value))),
    )
  );
}
