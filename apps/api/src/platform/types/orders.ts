import { registerEnum } from "./enums.js";
import type { Rule, ValuesConfig } from "./rules.js";

/**
 * Makes a GraphQL enum of what a list can be sorted by, each with the permission that sorting by it
 * takes; returns what `@Field(() => …)` takes.
 */
export function registerOrder<Field extends string>(
  name: string,
  fields: Readonly<Record<Field, Rule>>,
  description: string,
): { readonly [F in Field]: F } {
  const keys = keysOf(fields);
  const config = Object.fromEntries(keys.map((key) => [key, { rule: fields[key] }]));
  return registerEnum(name, keys, description, config as ValuesConfig<Field>);
}

const keysOf = <Key extends string>(record: Readonly<Record<Key, unknown>>): Key[] =>
  Object.keys(record).filter((key): key is Key => key in record);
