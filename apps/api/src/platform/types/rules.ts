import type { Permission } from "@clientela/shared/records/roles";

/** A rule on who may call or ask: a permission, or `signed-in` for everyone who is somebody. */
export type Rule = Permission | "signed-in";

const rulesOfValues = new Map<string, Readonly<Record<string, Rule>>>();

/** Says what it takes to ask for each value of an enum; values may be added later. */
export function ruleValues(enumName: string, rules: Readonly<Record<string, Rule>>): void {
  rulesOfValues.set(enumName, rules);
}

/** What it takes to ask for each value of an enum, where that was said. */
export const valueRules = (enumName: string): Readonly<Record<string, Rule>> | undefined =>
  rulesOfValues.get(enumName);
