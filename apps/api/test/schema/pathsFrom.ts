import { type GraphQLSchema, getNamedType, isObjectType } from "graphql";
import type { ProtectedField, Rule } from "../../src/platform/security/authorize.js";
import { sampleArguments } from "./sampleArguments.js";

/** How to come to an object of a type: what stands before and after its selection, and the rules on the way. */
export interface Path {
  before: string;
  after: string;
  rules: readonly (readonly Rule[])[];
}

/**
 * The shortest way to each object type of the schema, from the starts that are given by type.
 * Fields that need an argument are taken with the least that it takes.
 */
export function pathsFrom(
  schema: GraphQLSchema,
  protectedFields: readonly ProtectedField[],
  starts: ReadonlyMap<string, Path>,
): Map<string, Path> {
  const rulesOf = new Map(
    protectedFields.map(({ type, field, rules = [] }) => [`${type}.${field}`, rules]),
  );
  const paths = new Map(starts);
  // Grows while it is walked: the nearest types come first.
  const queue = [...starts.keys()];
  for (const name of queue) {
    const type = schema.getType(name);
    const path = paths.get(name);
    if (!path || !isObjectType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      const next = getNamedType(field.type);
      if (!isObjectType(next) || paths.has(next.name)) continue;
      const rule = rulesOf.get(`${name}.${field.name}`);
      paths.set(next.name, {
        before: `${path.before} ${field.name}${sampleArguments(field.args)} {`,
        after: `} ${path.after}`,
        rules: rule ? [...path.rules, rule] : path.rules,
      });
      queue.push(next.name);
    }
  }
  return paths;
}
