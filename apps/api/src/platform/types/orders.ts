import { registerEnum } from "./enums.js";
import { type Rule, ruleValues } from "./rules.js";

/**
 * Makes a GraphQL enum of what a list can be sorted by, each with the permission that sorting by it
 * takes; answers what `@Field(() => …)` takes.
 */
export function registerOrder<Field extends string>(
  name: string,
  fields: Readonly<Record<Field, Rule>>,
  description: string,
): { readonly [F in Field]: F } {
  ruleValues(name, fields);
  return registerEnum(name, keysOf(fields), description);
}

const keysOf = <Key extends string>(record: Readonly<Record<Key, unknown>>): Key[] =>
  Object.keys(record).filter((key): key is Key => key in record);
