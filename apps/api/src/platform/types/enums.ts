import { registerEnumType } from "type-graphql";

/** Makes a GraphQL enum of a list of values in shared; answers what `@Field(() => …)` takes. */
export function registerEnum<Value extends string>(
  name: string,
  values: readonly Value[],
  description: string,
): { readonly [V in Value]: V } {
  const byName = Object.fromEntries(values.map((value) => [value, value])) as { [V in Value]: V };
  registerEnumType(byName, { name, description });
  return byName;
}
