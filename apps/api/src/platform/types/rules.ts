import type { Permission } from "@clientela/shared/records/roles";
import type { GraphQLEnumValue } from "graphql";

/** A rule on who may call or ask: a permission, or `signed-in` for everyone who is somebody. */
export type Rule = Permission | "signed-in";

/** What type-graphql knows of a value of an enum, and which permission it takes. */
export interface ValueConfig {
  description?: string;
  rule?: Rule;
}

/** The same for all values of an enum that callers choose from. */
export type ValuesConfig<Value extends string = string> = Record<
  Value,
  ValueConfig & { rule: Rule }
>;

/** What it takes to ask for a value of an enum; null where nobody said that. */
export function ruleOfValue({ extensions }: GraphQLEnumValue): Rule | null {
  const { rule } = extensions;
  return typeof rule === "string" ? (rule as Rule) : null;
}
