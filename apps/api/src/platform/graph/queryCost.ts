import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  getOperationAST,
  getVariableValues,
  isCompositeType,
  isListType,
} from "graphql";
import { type ComplexityEstimatorArgs, getComplexity } from "graphql-query-complexity";

const DEFAULT_PAGE = 25;
/** What an operation may cost: about as many records as it may read. */
export const COST_LIMIT = 25_000;
const MOST_NODES = 20_000;

/** What a query would cost, and what it may. */
export interface Cost {
  requested: number;
  limit: number;
}

const counts = (value: unknown): number | null =>
  typeof value === "number" ? Math.max(value, 0) : null;

// A list that is asked for by a list, as of ids, is as long as that.
function lengthOf({ field, args }: ComplexityEstimatorArgs): number {
  const asked = isListType(getNullableType(field.type)) && Object.values(args).find(Array.isArray);
  return asked ? asked.length : 1;
}

// A record costs 1, its plain fields nothing; a page costs what is under it times its length.
function estimate(asked: ComplexityEstimatorArgs): number {
  const { field, args, childComplexity } = asked;
  const type = getNamedType(field.type);
  if (!isCompositeType(type)) return 0;
  if (!type.name.endsWith("Connection")) return lengthOf(asked) * (1 + childComplexity);
  const length = counts(args.first) ?? counts(args.last) ?? DEFAULT_PAGE;
  return 1 + length * childComplexity;
}

const known = new WeakMap<DocumentNode, Map<string, number>>();
const MOST_KNOWN = 50;
const MOST_WRONG_VARIABLES = 5;

// The estimate reads variables as well, but lists every one that is wrong, however many there are.
function assertVariables(
  schema: GraphQLSchema,
  query: DocumentNode,
  variables: Record<string, unknown>,
  operationName: string | undefined,
): void {
  const definitions = getOperationAST(query, operationName)?.variableDefinitions ?? [];
  const { errors } = getVariableValues(schema, definitions, variables, {
    maxErrors: MOST_WRONG_VARIABLES,
  });
  if (errors?.[0]) throw errors[0];
}

// Only numbers can be lengths of pages, so that they and the lengths of lists tell answers for one document apart.
function lengthsIn(variables: Record<string, unknown>): [name: string, length: number][] {
  return Object.entries(variables).flatMap(([name, value]): [string, number][] => {
    if (typeof value === "number") return [[name, value]];
    return Array.isArray(value) ? [[name, value.length]] : [];
  });
}

/** The cost of an operation: records times the lengths of the pages around them. */
export function costOf(
  schema: GraphQLSchema,
  query: DocumentNode,
  variables: Record<string, unknown>,
  operationName: string | undefined,
  limit = COST_LIMIT,
): Cost {
  const key = JSON.stringify([operationName, lengthsIn(variables)]);
  const costs = known.get(query) ?? new Map<string, number>();
  known.set(query, costs);
  let requested = costs.get(key);
  if (requested === undefined) {
    assertVariables(schema, query, variables, operationName);
    requested = getComplexity({
      schema,
      query,
      variables,
      ...(operationName ? { operationName } : {}),
      estimators: [estimate],
      maxQueryNodes: MOST_NODES,
    });
    if (costs.size < MOST_KNOWN) costs.set(key, requested);
  }
  return { requested, limit };
}

/** Refuses an operation that would cost more than it may. */
export function assertAffordable({ requested, limit }: Cost): void {
  if (requested <= limit) return;
  throw new GraphQLError(
    `The query would cost ${requested}; the limit is ${limit}. Ask for shorter pages.`,
    {
      extensions: { code: "QUERY_TOO_COMPLEX", cost: requested, limit, http: { status: 400 } },
    },
  );
}
