import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isObjectType,
} from "graphql";
import { registry } from "../../src/features.js";
import {
  type ProtectedField,
  protectedFields,
  type Rule,
} from "../../src/platform/security/authorize.js";
import { givingRules } from "../../src/platform/security/inputRules.js";
import { ruleOfValue } from "../../src/platform/types/rules.js";
import { type Path, pathsFrom } from "./pathsFrom.js";
import { sampleArguments } from "./sampleArguments.js";

/** A query that asks one thing, and what it takes: one of each of these rules. */
export interface Selection {
  name: string;
  query: string;
  rules: readonly (readonly Rule[])[];
  /** Whether it selects fields that ask for more, which are null then. */
  inPart: boolean;
}

/** Values to ask for, by the name of an argument or of its type. */
export type Samples = Readonly<Record<string, readonly string[]>>;

interface Value {
  text: string;
  rules: readonly (readonly Rule[])[];
}

// All values that are worth asking for; none for what only a write takes.
function valuesOf(
  part: GraphQLArgument | GraphQLInputField,
  samples: Samples,
  above: readonly string[] = [],
): Value[] {
  const own = givingRules(part);
  const rules = own ? [own] : [];
  return valuesOfType(part.name, part.type, samples, above).map((value) => ({
    text: value.text,
    rules: [...rules, ...value.rules],
  }));
}

// Filters hold themselves and one another: each within another once is enough.
const DEEPEST_FILTER = 2;

function valuesOfType(
  name: string,
  given: GraphQLInputType,
  samples: Samples,
  above: readonly string[],
): Value[] {
  const type = getNullableType(given);
  if (isListType(type)) {
    return valuesOfType(name, type.ofType, samples, above).map(({ text, rules }) => ({
      text: `[${text}]`,
      rules,
    }));
  }
  if (isEnumType(type)) {
    return type.getValues().map((value) => {
      const rule = ruleOfValue(value);
      return { text: value.name, rules: rule ? [[rule]] : [] };
    });
  }
  if (isInputObjectType(type)) {
    const filters = above.filter((one) => one.endsWith("Filter") && !one.startsWith("Related"));
    if (above.includes(type.name) || filters.length >= DEEPEST_FILTER) return [];
    return valuesOfInput(Object.values(type.getFields()), samples, [...above, type.name]);
  }
  return (samples[name] ?? samples[type.name] ?? []).map((text) => ({ text, rules: [] }));
}

// One field after the other, next to what cannot be omitted.
function valuesOfInput(
  fields: readonly GraphQLInputField[],
  samples: Samples,
  above: readonly string[],
): Value[] {
  const needed = fields.filter(
    ({ type, defaultValue }) => String(type).endsWith("!") && defaultValue === undefined,
  );
  const least = needed.flatMap((field) => {
    const [first] = valuesOf(field, samples, above);
    return first ? [{ field, ...first }] : [];
  });
  return fields.flatMap((field) =>
    valuesOf(field, samples, above).map(({ text, rules }) => {
      const others = least.filter((one) => one.field !== field);
      const parts = [
        ...others.map((one) => `${one.field.name}: ${one.text}`),
        `${field.name}: ${text}`,
      ];
      return {
        text: `{ ${parts.join(", ")} }`,
        rules: [...others.flatMap((one) => one.rules), ...rules],
      };
    }),
  );
}

/** What tells the most of an answer without going on to other records. */
function selectionOf(field: GraphQLField<unknown, unknown>): string {
  const type = getNamedType(field.type);
  if (isLeafType(type)) return "";
  if (!isObjectType(type)) return " { __typename }";
  const fields = Object.values(type.getFields());
  const nodes = fields.find(({ name }) => name === "nodes");
  if (nodes) {
    const node = getNamedType(nodes.type);
    const known = isObjectType(node) && "id" in node.getFields() ? "id" : "__typename";
    return ` { totalCount nodes { ${known} } pageInfo { endCursor hasNextPage } }`;
  }
  return ` { ${"id" in type.getFields() ? "id" : "__typename"} }`;
}

/** Types whose answers move by themselves, such as when a session was last used. */
const RESTLESS = new Set(["Viewer", "Session", "ApiKey", "Service", "_Service"]);

/**
 * All that can be asked of the records that can be come to: each field with each value of each filter, order
 * and search by itself, and all figures and plain fields of each type.
 */
export function everyQuestion(
  schema: GraphQLSchema,
  starts: ReadonlyMap<string, Path>,
  samples: Samples,
): Selection[] {
  const rulesOf = new Map(
    protectedFields(registry).map(({ type, field, rules = [] }: ProtectedField) => [
      `${type}.${field}`,
      rules,
    ]),
  );
  const paths = pathsFrom(schema, protectedFields(registry), starts);
  const selections: Selection[] = [];
  for (const [name, path] of paths) {
    const type = schema.getType(name);
    if (!isObjectType(type) || RESTLESS.has(name)) continue;
    const fields = Object.values(type.getFields());
    for (const field of fields) {
      if (RESTLESS.has(getNamedType(field.type).name)) continue;
      const own = rulesOf.get(`${name}.${field.name}`);
      const rules = own ? [...path.rules, own] : path.rules;
      const selection = selectionOf(field);
      const ask = (label: string, args: string, more: readonly (readonly Rule[])[]) =>
        selections.push({
          name: `${name}.${field.name}${label}`,
          query: `${path.before} ${field.name}${args}${selection} ${path.after}`,
          rules: [...rules, ...more],
          inPart: false,
        });
      if (!isLeafType(getNamedType(field.type)) && field.args.length > 0)
        ask("", sampleArguments(field.args), []);
      for (const arg of field.args) {
        if (["first", "after", "last", "before"].includes(arg.name)) continue;
        for (const value of valuesOf(arg, samples)) {
          const args = `(${arg.name}: ${value.text})`;
          ask(args, args, value.rules);
        }
      }
    }
    const plain = fields.filter(
      ({ type: of, args }) => isLeafType(getNamedType(of)) && args.length === 0,
    );
    if (plain.length > 0 && path.before.trim() !== "{")
      selections.push({
        name: `${name} { … }`,
        query: `${path.before} ${plain.map((field) => field.name).join(" ")} ${path.after}`,
        rules: path.rules,
        inPart: true,
      });
  }
  return selections;
}
