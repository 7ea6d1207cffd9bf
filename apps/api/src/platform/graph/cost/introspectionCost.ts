import type { GraphQLField, GraphQLNamedType } from "graphql";

// The lengths of the lists in the introspection schema; the query that tools send costs about half of the maximum.
const LENGTHS: Readonly<Record<string, number>> = {
  types: 100,
  fields: 10,
  directives: 10,
  inputFields: 2,
};
const COST_OF_OBJECT = 0.25;
const COST_OF_VALUE = 0.15;

/** Whether a type belongs to the introspection schema. */
export const describesSchema = ({ name }: GraphQLNamedType): boolean => name.startsWith("__");

/** The cost of a field of the introspection schema with everything below it. */
export const costOfDescriptions = (
  { name }: GraphQLField<unknown, unknown>,
  childComplexity: number,
): number => (LENGTHS[name] ?? 1) * (COST_OF_OBJECT + childComplexity);

/** The cost of a plain field of such an object, which has a resolver, unlike others. */
export const costOfDescription = COST_OF_VALUE;
