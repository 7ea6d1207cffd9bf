import {
  type GraphQLField,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isNonNullType,
  isObjectType,
} from "graphql";
import type { App } from "../app.js";
import { protectedFields, type Rule } from "./authorize.js";

/** The caller who came this far has one of these permissions. */
type Held = readonly Rule[];

const implies = (held: Held, required: Held): boolean =>
  held.every((rule) => required.includes(rule));
const isHeld = (all: readonly Held[], required: Held): boolean =>
  required.includes("signed-in") || all.some((held) => implies(held, required));

// What is held on both of two ways.
const onBoth = (one: readonly Held[], other: readonly Held[]): Held[] => [
  ...one.filter((held) => isHeld(other, held)),
  ...other.filter((held) => isHeld(one, held) && !one.some((same) => implies(same, held))),
];

/**
 * What everyone holds who comes to an object of a type, on whichever way; `readers` says what records need that are
 * found by an interface or union, whose resolvers ask for it.
 */
function heldByType(
  schema: GraphQLSchema,
  rulesOf: ReadonlyMap<string, readonly Rule[]>,
  readers: ReadonlyMap<string, Rule>,
): Map<string, Held[]> {
  const held = new Map<string, Held[]>();
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
  for (const root of roots) if (root) held.set(root.name, []);
  // Grows while it is walked: a type to which a further way leads is walked again.
  const queue = [...held.keys()];
  const arrive = (name: string, brought: readonly Held[]): void => {
    const before = held.get(name);
    const after = before ? onBoth(before, brought) : [...brought];
    if (before && after.length === before.length && after.every((one) => before.includes(one))) {
      return;
    }
    held.set(name, after);
    queue.push(name);
  };
  for (const name of queue) {
    const type = schema.getType(name);
    if (!isObjectType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      const rules = rulesOf.get(`${name}.${field.name}`) ?? ["signed-in"];
      const brought = [...(held.get(name) ?? []), ...(rules.includes("signed-in") ? [] : [rules])];
      const next = getNamedType(field.type);
      if (isObjectType(next)) arrive(next.name, brought);
      if (!isAbstractType(next)) continue;
      for (const { name: possible } of schema.getPossibleTypes(next)) {
        const reader = readers.get(possible);
        arrive(possible, reader && reader !== "signed-in" ? [...brought, [reader]] : brought);
      }
    }
  }
  return held;
}

/** The fields of a schema that are null only where an error says why. */
const SEMANTIC_NON_NULL = "semanticNonNull";

/** Whether a field is null only where an error at its path says why. */
export const isSemanticallyNonNull = (field: GraphQLField<unknown, unknown>): boolean =>
  field.extensions[SEMANTIC_NON_NULL] === true;

/**
 * Makes nullable what may be refused while its neighbours are answered, so that a refusal is null in its own place: each
 * mutation, and each field that takes more permissions than a caller who reaches it needs. A subscription has one field alone.
 */
export function makeRefusableFieldsNullable(
  schema: GraphQLSchema,
  registry: App["registry"],
): void {
  const readers = new Map(
    registry.nodeKinds.map(({ type, permission }) => [type.name, permission]),
  );
  const rulesOf = new Map(
    protectedFields(registry).map(({ type, field, rules = [] }) => [`${type}.${field}`, rules]),
  );
  const held = heldByType(schema, rulesOf, readers);
  for (const {
    kind,
    type: typeName,
    field: fieldName,
    rules = [],
    personOnly,
    mayForbid,
  } of protectedFields(registry)) {
    const type = schema.getType(typeName);
    const field = isObjectType(type) ? type.getFields()[fieldName] : undefined;
    if (!field || !isNonNullType(field.type) || kind === "subscription") continue;
    const refusable = personOnly || mayForbid || !isHeld(held.get(typeName) ?? [], rules);
    if (kind !== "mutation" && !refusable) continue;
    field.type = field.type.ofType;
    field.extensions = { ...field.extensions, [SEMANTIC_NON_NULL]: true };
  }
}
