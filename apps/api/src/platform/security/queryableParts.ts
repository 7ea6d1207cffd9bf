import {
  type GraphQLArgument,
  type GraphQLInputField,
  type GraphQLInputObjectType,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isObjectType,
} from "graphql";
import { type Rule, ruleOfValue } from "../types/rules.js";
import { givingRules } from "./inputRules.js";

const PAGING = new Set(["first", "after", "last", "before"]);
// What names a record or a place in a list does not search by its values.
const NAMING = new Set(["ID", "Int", "_Any"]);
const QUERY_INPUT = /(Filter|Order|Key)$/;

/** Something by which callers query records: an argument, a field of a filter, or a value of an order. */
export interface QueryablePart {
  name: string;
  /** Which permissions it takes; undefined where nobody declared that. */
  rules: readonly Rule[] | undefined;
}

type Part = GraphQLArgument | GraphQLInputField;

// An enum whose values have rules of their own is one part for each of them.
function partsOf(name: string, part: Part): QueryablePart[] {
  const type = getNamedType(part.type);
  const own = givingRules(part);
  if (own || !isEnumType(type)) return [{ name, rules: own ?? undefined }];
  return type.getValues().map((value): QueryablePart => {
    const rule = ruleOfValue(value);
    return { name: `${type.name}.${value.name}`, rules: rule ? [rule] : undefined };
  });
}

/** The input types that a field's arguments lead to; not those that only spell out the value of a ruled one. */
function inputsOf(args: readonly GraphQLArgument[]): Set<GraphQLInputObjectType> {
  const found = new Set<GraphQLInputObjectType>();
  const arrive = (part: Part) => {
    const type = getNamedType(part.type);
    if (!isInputObjectType(type)) return;
    if (!givingRules(part) || QUERY_INPUT.test(type.name)) found.add(type);
  };
  args.forEach(arrive);
  // Grows while it is walked.
  for (const input of found) Object.values(input.getFields()).forEach(arrive);
  return found;
}

/** All by which callers query records, by name: arguments, and the parts of filters, orders and keys. */
export function queryableParts(schema: GraphQLSchema): QueryablePart[] {
  const inputs = new Set<GraphQLInputObjectType>();
  const found: QueryablePart[] = [];
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith("__")) continue;
    const writes = type === schema.getMutationType();
    for (const field of Object.values(type.getFields())) {
      for (const input of inputsOf(field.args)) {
        // The values that a mutation writes do not query; what chooses its records does.
        if (!writes || QUERY_INPUT.test(input.name)) inputs.add(input);
      }
      if (writes) continue;
      for (const arg of field.args) {
        const named = getNamedType(arg.type);
        if (PAGING.has(arg.name) || NAMING.has(named.name) || isInputObjectType(named)) continue;
        found.push(...partsOf(`${type.name}.${field.name}(${arg.name})`, arg));
      }
    }
  }
  for (const input of inputs) {
    for (const field of Object.values(input.getFields())) {
      const isNested = isInputObjectType(getNamedType(field.type)) && !givingRules(field);
      if (!isNested) found.push(...partsOf(`${input.name}.${field.name}`, field));
    }
  }
  const byName = new Map(found.map((part) => [part.name, part]));
  return [...byName.values()].sort((one, other) => one.name.localeCompare(other.name, "en"));
}

/** Refuses to serve a schema with a part that nobody declared a rule for: what may not be read may not be queried. */
export function assertQueriesHaveRules(schema: GraphQLSchema): void {
  const open = queryableParts(schema).filter(({ rules }) => !rules?.length);
  if (open.length > 0) {
    throw new Error(`no rule on who may query by: ${open.map(({ name }) => name).join(", ")}`);
  }
}
