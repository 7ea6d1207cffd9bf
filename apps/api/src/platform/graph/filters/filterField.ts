import type { GraphQLScalarType } from "graphql";
import sql, { type Sql } from "sql-template-tag";
import { type ClassType, Field } from "type-graphql";
import { type FilterGroups, groupedConditions } from "../../lists/filterGroups.js";
import type { ReadContext } from "../../readContext.js";
import { Allow } from "../../security/authorize.js";
import type { Rule } from "../../types/rules.js";

/** Something that records `r` are filtered by: a field of theirs, or records that they are related to. */
export interface FilterField {
  /** The input or scalar of what it must be. */
  type: () => ClassType<object> | GraphQLScalarType;
  description: string;
  /** What it takes to ask; as much as the list's other fields unless given. */
  rule?: Rule;
  /** The conditions of a value, all of which must hold; `path` is where it stands in errors. */
  conditions: (value: unknown, reading: ReadContext, path: string) => readonly Sql[];
}

/** The fields that one kind of record is filtered by, by their names. */
export type FilterFields = Readonly<Record<string, FilterField>>;

/** Declares fields of a filter to type-graphql, as decorators do; returns them. */
export function declareFilterFields(
  input: ClassType<object>,
  rule: Rule,
  fields: FilterFields,
): FilterFields {
  for (const [name, { type, description, rule: own = rule }] of Object.entries(fields)) {
    Field(type, { nullable: true, description })(input.prototype, name);
    Allow(own)(input.prototype, name);
  }
  return fields;
}

/** The conditions of a filter's fields. */
export function fieldConditions(
  fields: FilterFields,
  filter: object,
  reading: ReadContext,
  path: string,
): Sql[] {
  return Object.entries(filter).flatMap(([name, value]) => {
    const field = value != null && Object.hasOwn(fields, name) ? fields[name] : undefined;
    return field?.conditions(value, reading, `${path}.${name}`) ?? [];
  });
}

/**
 * The conditions on records `r` that a filter with its groups lets through, deleted ones never; `own` has those that its fields
 * do not declare.
 */
export const conditionsOf =
  <Filter extends FilterGroups<Filter>>(
    fields: FilterFields,
    own: (filter: Filter, reading: ReadContext, path: string) => readonly Sql[],
  ) =>
  (filter: Filter | null | undefined, reading: ReadContext, path?: string): Sql[] => [
    sql`r.deleted_at IS NULL`,
    ...groupedConditions(
      filter,
      (part, at) => [...own(part, reading, at), ...fieldConditions(fields, part, reading, at)],
      path,
    ),
  ];
