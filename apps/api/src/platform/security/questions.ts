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
// What names a record or a place in a list asks nothing of it.
const NAMING = new Set(["ID", "Int", "_Any"]);
const QUESTION = /(Filter|Order|Key)$/;

/** Something that callers can ask about records: an argument, a field of a filter, or a value of an order. */
export interface Question {
  name: string;
  /** What it takes to ask; undefined where nobody said that. */
  rules: readonly Rule[] | undefined;
}

type Part = GraphQLArgument | GraphQLInputField;

// A part whose values have rules of their own is as many questions.
function questionsOf(name: string, part: Part): Question[] {
  const type = getNamedType(part.type);
  const own = givingRules(part);
  if (own || !isEnumType(type)) return [{ name, rules: own ?? undefined }];
  return type.getValues().map((value): Question => {
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
    if (!givingRules(part) || QUESTION.test(type.name)) found.add(type);
  };
  args.forEach(arrive);
  // Grows while it is walked.
  for (const input of found) Object.values(input.getFields()).forEach(arrive);
  return found;
}

/** All that callers can ask about records, by name: arguments, and the parts of filters, orders and keys. */
export function questions(schema: GraphQLSchema): Question[] {
  const inputs = new Set<GraphQLInputObjectType>();
  const found: Question[] = [];
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith("__")) continue;
    const writes = type === schema.getMutationType();
    for (const field of Object.values(type.getFields())) {
      for (const input of inputsOf(field.args)) {
        // What a write takes to be written is no question; what chooses its records is.
        if (!writes || QUESTION.test(input.name)) inputs.add(input);
      }
      if (writes) continue;
      for (const arg of field.args) {
        const named = getNamedType(arg.type);
        if (PAGING.has(arg.name) || NAMING.has(named.name) || isInputObjectType(named)) continue;
        found.push(...questionsOf(`${type.name}.${field.name}(${arg.name})`, arg));
      }
    }
  }
  for (const input of inputs) {
    for (const field of Object.values(input.getFields())) {
      const isNested = isInputObjectType(getNamedType(field.type)) && !givingRules(field);
      if (!isNested) found.push(...questionsOf(`${input.name}.${field.name}`, field));
    }
  }
  const byName = new Map(found.map((question) => [question.name, question]));
  return [...byName.values()].sort((one, other) => one.name.localeCompare(other.name, "en"));
}

/** Refuses to serve a schema with a question that nobody declared a rule for: what may not be read may not be asked about. */
export function assertEveryQuestionHasARule(schema: GraphQLSchema): void {
  const open = questions(schema).filter(({ rules }) => !rules?.length);
  if (open.length > 0) {
    throw new Error(`no rule on who may ask: ${open.map(({ name }) => name).join(", ")}`);
  }
}
