import {
  buildSchema,
  type ExecutionResult,
  type GraphQLFieldResolver,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isInterfaceType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  parse,
  responsePathAsArray,
} from "graphql";
import { referenceExecution } from "../../../test/differential/reference.js";
import { Random } from "../../demo/random.js";
import { type Execute, graphqlJsExecution } from "../graph/execution.js";
import { plannedExecution } from "./plannedExecution.js";

const SDL = `
  interface Named { name: String id: ID! }
  type Leaf implements Named { id: ID! name: String text: String! number: Int! share: Float flag: Boolean! }
  type Tree implements Named {
    id: ID! name: String
    leaf: Leaf needed: Leaf! leaves: [Leaf] neededLeaves: [Leaf!]! table: [[Int!]]
    tree: Tree neededTree: Tree! any: Named anyOf: [Named!] neededAny: Named!
  }
  type Query { tree: Tree neededTree: Tree! trees: [Tree!] leaf: Leaf any: Named }
`;
const schema = buildSchema(SDL);

const QUERY = parse(`{
  first: tree { ...Branch tree { ...Branch neededTree { ...Twig } } }
  trees { ...Branch }
  any { __typename id ... on Leaf { text } ... on Tree { leaf { number } neededAny { name } } }
  leaf { id text }
  last: neededTree { ...Twig neededTree { ...Twig } }
}
fragment Branch on Tree { id needed { text flag } neededLeaves { id number } leaves { share name } any { id name } ...Twig }
fragment Twig on Tree { name leaf { id text number } table anyOf { id ... on Tree { neededTree { id } } } neededAny { id } }`);

// What a resolver, or a property, may turn out to be: mostly well, or not.
const OUTCOMES = [
  { value: 80, null: 0.1, throws: 0.1, error: 0.1, resolves: 20, rejects: 0.1 },
  { value: 70, null: 6, throws: 4, error: 4, resolves: 10, rejects: 6 },
];

const PLAIN: Record<string, readonly unknown[]> = {
  Int: [0, 7, -3],
  Float: [0.5, 3],
  Boolean: [true, false],
};
const ODD: Record<string, readonly unknown[]> = {
  Int: [2 ** 31, 1.5, -0, "12", "x", true],
  Float: [Number.NaN, "1.5", "x"],
  Boolean: [1, "yes"],
  String: [12, true, { nothing: 1 }],
  ID: [12, 1.5, true],
};

/** Lets promises settle one after the other: which of two simultaneous errors is reported is not specified. */
class Turns {
  private readonly waiting: { rank: number; go: () => void }[] = [];

  wait(rank: number): Promise<void> {
    if (this.waiting.length === 0) setImmediate(() => this.next());
    return new Promise((go) => {
      this.waiting.push({ rank, go });
    });
  }

  private next(): void {
    this.waiting.sort((one, other) => one.rank - other.rank);
    this.waiting.shift()?.go();
    if (this.waiting.length > 0) setImmediate(() => this.next());
  }
}

/** Random values of a type, the same at each path however often they are read. */
class Chance {
  private readonly turns = new Turns();
  private readonly outcomes: (typeof OUTCOMES)[number];

  constructor(private readonly seed: string) {
    this.outcomes = new Random(seed).pick(OUTCOMES);
  }

  outcome(type: GraphQLOutputType, place: string): unknown {
    const random = new Random(`${this.seed} ${place}`);
    const kind = random.weighted(this.outcomes);
    const failure = new Error(`failed at ${place}`);
    if (kind === "null") return null;
    if (kind === "error") return failure;
    if (kind === "throws") throw failure;
    const value = this.value(getNullableType(type), place, random);
    if (kind === "value") return value;
    return this.later(random, () => {
      if (kind === "rejects") throw failure;
      return value;
    });
  }

  private later(random: Random, outcome: () => unknown): Promise<unknown> {
    const later = this.turns.wait(random.next()).then(outcome);
    // Not every field is selected.
    later.catch(() => undefined);
    return later;
  }

  private value(type: GraphQLOutputType, place: string, random: Random): unknown {
    if (isListType(type)) {
      const length = random.int(0, 3);
      // If one fails synchronously, graphql-js drops the others, and their errors are never reported.
      const areLater = isNonNullType(type.ofType) && length > 1;
      const items = Array.from({ length }, (_, index) => {
        const item = () => this.outcome(type.ofType, `${place}.${index}`);
        if (areLater) return this.later(random, item);
        try {
          return item();
        } catch (error) {
          return error;
        }
      });
      return random.chance(0.2) ? new Set(items) : items;
    }
    const named = getNamedType(type);
    if (isLeafType(named)) {
      return random.pick((random.chance(0.005) ? ODD : PLAIN)[named.name] ?? ["text", ""]);
    }
    if (isObjectType(named) && random.chance(0.005)) return "no object";
    const typename = isInterfaceType(named) ? random.pick(["Leaf", "Tree"]) : named.name;
    return new Made(this, typename, place);
  }
}

/** An object whose fields turn out by chance. */
class Made {
  constructor(
    private readonly chance: Chance,
    readonly __typename: string,
    private readonly place: string,
  ) {
    const type = schema.getType(__typename);
    if (!isObjectType(type)) return;
    for (const { name, type: of } of Object.values(type.getFields())) {
      const read = () => this.chance.outcome(of, `${this.place}.${name}`);
      // Some are methods, as the default resolver calls them.
      const isMethod = new Random(`${place} ${name}`).chance(0.3);
      Object.defineProperty(this, name, isMethod ? { value: read } : { get: read });
    }
  }
}

const resolveRoot: GraphQLFieldResolver<unknown, Chance> = (_source, _args, chance, info) =>
  chance.outcome(info.returnType, responsePathAsArray(info.path).join("."));
function withResolvers(plain: GraphQLSchema): GraphQLSchema {
  for (const field of Object.values(plain.getQueryType()?.getFields() ?? {}))
    field.resolve = resolveRoot;
  const named = plain.getType("Named");
  if (isInterfaceType(named)) named.resolveType = (value: Made) => value.__typename;
  return plain;
}

const outcomeOf = ({ data, errors }: ExecutionResult) => {
  const of = errors?.map(({ message, path, locations }) => ({ message, path, locations }));
  return JSON.stringify({ data, errors: of }, null, 1);
};

test("whatever resolvers do, the response is that of graphql-js", async () => {
  const executeByPlan = plannedExecution(withResolvers(schema), 5);
  const executeByReference = referenceExecution(() => withResolvers(buildSchema(SDL)), 5);
  const ask = (execution: Execute, seed: string) =>
    execution({ document: QUERY, operationName: null, variables: {}, context: new Chance(seed) });
  const started = Date.now();
  const outcomes = { whole: 0, failed: 0, nothing: 0 };
  for (let n = 0; n < Number(process.env.COUNT ?? 150); n += 1) {
    const seed = `${started} ${n}`;
    const expected = await ask(executeByReference, seed);
    const got = await ask(executeByPlan, seed);
    expect({ seed, outcomeOf: outcomeOf(got) }).toEqual({ seed, outcomeOf: outcomeOf(expected) });
    // graphql-js by itself has the same nulls, each with an error; which one, where several lead there, is a matter of time.
    const byItself = await ask(graphqlJsExecution(schema, 5), seed);
    expect({ seed, data: JSON.stringify(got.data) }).toEqual({
      seed,
      data: JSON.stringify(byItself.data),
    });
    expect({ seed, errors: got.errors?.length }).toEqual({ seed, errors: byItself.errors?.length });
    outcomes[!got.errors ? "whole" : got.data ? "failed" : "nothing"] += 1;
  }
  expect(Math.min(...Object.values(outcomes))).toBeGreaterThan(0);
});

describe("a null has one error", () => {
  const twice = buildSchema(
    "type Pair { one: String! other: String! third: String } type Query { pair: Pair }",
  );
  const document = parse("{ pair { third one other } }");
  const failing = async (name: string, turns: number) => {
    for (let turn = 0; turn < turns; turn += 1) await null;
    throw new Error(name);
  };
  const errorsOf = async (execution: Execute, turns: Readonly<Record<string, number>>) => {
    const pair = twice.getQueryType()?.getFields().pair;
    const fields = Object.entries(turns).map(([name, after]) => [name, () => failing(name, after)]);
    if (pair) pair.resolve = () => Object.fromEntries(fields);
    const context = {};
    const { data, errors } = await execution({
      document,
      operationName: null,
      variables: {},
      context,
    });
    expect(data).toEqual({ pair: null });
    return errors?.map(({ message }) => message);
  };

  it("the first in the order of the response, whichever fails first", async () => {
    for (const turns of [
      { third: 0, one: 1, other: 9 },
      { third: 1, one: 9, other: 0 },
      { third: 9, one: 2, other: 1 },
    ])
      expect(await errorsOf(plannedExecution(twice, 5), turns)).toEqual(["one"]);
  });

  it("the one that caused it, where graphql-js executes", async () => {
    const turns = { third: 0, one: 40, other: 20 };
    expect(await errorsOf(graphqlJsExecution(twice, 5), turns)).toEqual(["other"]);
  });
});
