import { registerEnumType } from "type-graphql";
import type { ValueConfig } from "./rules.js";

/** Makes a GraphQL enum of a list of values in shared; returns what `@Field(() => …)` takes. */
export function registerEnum<Value extends string>(
  name: string,
  values: readonly Value[],
  description: string,
  valuesConfig: Partial<Record<Value, ValueConfig>> = {},
): { readonly [V in Value]: V } {
  const byName = Object.fromEntries(values.map((value) => [value, value])) as { [V in Value]: V };
  registerEnumType(byName, { name, description, valuesConfig });
  return byName;
}
