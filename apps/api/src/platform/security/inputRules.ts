import type { Permission } from "@clientela/shared/records/roles";
import {
  type GraphQLArgument,
  type GraphQLInputField,
  type GraphQLInputType,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
} from "graphql";
import type { Actor } from "../context.js";
import { Forbidden } from "../errors.js";
import { type Rule, ruleOfValue } from "../types/rules.js";

type Rules = readonly Rule[];

/** What it takes to give an argument or a field of an input, where that was said. */
export function givingRules({ extensions }: GraphQLArgument | GraphQLInputField): Rules | null {
  const { rules } = extensions;
  return Array.isArray(rules) && rules.length > 0 ? (rules as Rules) : null;
}

/** Whether an actor meets any one of the rules. */
export const meets = (actor: Actor, rules: Rules): boolean =>
  rules.some((rule) => rule === "signed-in" || actor.permissions.has(rule));

// Whoever meets the door's rules meets these.
const isImplied = (rules: Rules, door: Rules): boolean =>
  rules.includes("signed-in") || door.every((rule) => rules.includes(rule));

type Check = (value: unknown, actor: Actor, path: string) => void;

function checkOfType(type: GraphQLInputType, door: Rules, above: readonly string[]): Check | null {
  if (isNonNullType(type)) return checkOfType(type.ofType, door, above);
  if (isListType(type)) {
    const check = checkOfType(type.ofType, door, above);
    return (
      check &&
      ((values, actor, path) => {
        for (const [index, value] of [values].flat().entries())
          if (value != null) check(value, actor, `${path}.${index}`);
      })
    );
  }
  if (isEnumType(type)) {
    const refusable = new Map(
      type.getValues().flatMap((value): [string, Rule][] => {
        const rule = ruleOfValue(value);
        return rule && !isImplied([rule], door) ? [[value.name, rule]] : [];
      }),
    );
    if (refusable.size === 0) return null;
    return (value, actor, path) => {
      const rule = refusable.get(String(value));
      if (rule && !meets(actor, [rule])) throw new Forbidden(rule, path);
    };
  }
  // What an input has of its own kind was looked at already.
  if (!isInputObjectType(type) || above.includes(type.name)) return null;
  return checkOfParts(Object.values(type.getFields()), door, [...above, type.name]);
}

function checkOfParts(
  parts: readonly (GraphQLArgument | GraphQLInputField)[],
  door: Rules,
  above: readonly string[],
): Check | null {
  const checks = parts.flatMap((part): [string, Check][] => {
    const rules = givingRules(part);
    const refusable = rules && !isImplied(rules, door) ? rules : null;
    const within = checkOfType(part.type, door, above);
    if (!refusable && !within) return [];
    const check: Check = (value, actor, path) => {
      if (refusable && !meets(actor, refusable)) throw new Forbidden(refusable.join(", "), path);
      within?.(value, actor, path);
    };
    return [[part.name, check]];
  });
  if (checks.length === 0) return null;
  return (values, actor, path) => {
    for (const [name, check] of checks) {
      const value = (values as Readonly<Record<string, unknown>>)[name];
      if (value != null) check(value, actor, path ? `${path}.${name}` : name);
    }
  };
}

/**
 * The check of what a caller asks of a field, besides the rules of the field itself; null where
 * a caller with those may use all of it. It throws Forbidden with what is missing, and for what.
 */
export function askingCheck(
  args: readonly GraphQLArgument[],
  door: Rules,
): ((args: unknown, actor: Actor) => void) | null {
  const check = checkOfParts(args, door, []);
  return check && ((given, actor) => check(given, actor, ""));
}

/** The permissions that what is given of some arguments takes, besides those of the field itself. */
export function requiredPermissions(
  parts: readonly (GraphQLArgument | GraphQLInputField)[],
  given: unknown,
): Permission[] {
  const values = (typeof given === "object" && given !== null ? given : {}) as Readonly<
    Record<string, unknown>
  >;
  return parts.flatMap((part) => {
    const value = values[part.name];
    if (value == null) return [];
    const type = getNamedType(part.type);
    const chosen = isEnumType(type) ? type.getValue(String(value)) : null;
    const rule = chosen && ruleOfValue(chosen);
    const rules = [...(givingRules(part) ?? []), ...(rule ? [rule] : [])];
    const own = rules.filter((one): one is Permission => one !== "signed-in");
    return isInputObjectType(type)
      ? [...own, ...requiredPermissions(Object.values(type.getFields()), value)]
      : own;
  });
}
