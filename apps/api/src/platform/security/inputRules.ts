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

/** The checks of input types behind one door; inputs may hold themselves, as groups of a filter do. */
type Known = Map<string, { check: Check | null }>;

/** Whether anything of a type, however deep, may be refused to who comes through a door. */
function isRefusable(type: GraphQLInputType, door: Rules, seen: Set<string>): boolean {
  const named = getNamedType(type);
  if (isEnumType(named)) return checkOfType(named, door, new Map()) !== null;
  if (!isInputObjectType(named) || seen.has(named.name)) return false;
  seen.add(named.name);
  return Object.values(named.getFields()).some((field) => {
    const rules = givingRules(field);
    return (rules && !isImplied(rules, door)) || isRefusable(field.type, door, seen);
  });
}

function checkOfType(type: GraphQLInputType, door: Rules, known: Known): Check | null {
  if (isNonNullType(type)) return checkOfType(type.ofType, door, known);
  if (isListType(type)) {
    const check = checkOfType(type.ofType, door, known);
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
  if (!isInputObjectType(type) || !isRefusable(type, door, new Set())) return null;
  const begun = known.get(type.name);
  // What an input has of its own kind is checked by the same check, which is not made yet.
  if (begun) return (value, actor, path) => begun.check?.(value, actor, path);
  const made: { check: Check | null } = { check: null };
  known.set(type.name, made);
  made.check = checkOfParts(Object.values(type.getFields()), door, known);
  return made.check;
}

function checkOfParts(
  parts: readonly (GraphQLArgument | GraphQLInputField)[],
  door: Rules,
  known: Known,
): Check | null {
  const checks = parts.flatMap((part): [string, Check][] => {
    const rules = givingRules(part);
    const refusable = rules && !isImplied(rules, door) ? rules : null;
    const within = checkOfType(part.type, door, known);
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
  const check = checkOfParts(args, door, new Map());
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
    if (!isInputObjectType(type)) return own;
    const inputs = [value].flat();
    return [
      ...own,
      ...inputs.flatMap((input) => requiredPermissions(Object.values(type.getFields()), input)),
    ];
  });
}
