import {
  type DocumentNode,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  getOperationAST,
  getVariableValues,
  isCompositeType,
  isListType,
} from "graphql";
import { type ComplexityEstimatorArgs, getComplexity } from "graphql-query-complexity";
import { QueryTooComplex } from "../../errors.js";
import { CostMemory } from "./costMemory.js";
import { costOfFilter } from "./filterCost.js";
import { costOfDescription, costOfDescriptions, describesSchema } from "./introspectionCost.js";
import { PAGE_INFO } from "./itemSize.js";
import { costOfItem, mostItems } from "./listSize.js";

const DEFAULT_PAGE = 25;
/** The maximum cost of an operation: about as many records as it may read. */
export const COST_LIMIT = 25_000;
/** The maximum total cost of the concurrent operations of a person or key. */
export const CONCURRENT_COST_LIMIT = 100_000;
const MAX_NODES = 20_000;

/** The cost of a query, and the maximum. */
export interface Cost {
  requested: number;
  limit: number;
}

const counts = (value: unknown): number | null =>
  typeof value === "number" ? Math.max(value, 0) : null;

// A record costs 1, its plain fields nothing; what is below a list costs that as often as the list can be long.
function estimate({ type: parent, field, args, childComplexity }: ComplexityEstimatorArgs): number {
  const type = getNamedType(field.type);
  if (!isCompositeType(type)) return describesSchema(parent) ? costOfDescription : 0;
  if (describesSchema(type)) return costOfDescriptions(field, childComplexity);
  if (type.name === PAGE_INFO) return 0;
  if (type.name.endsWith("Connection")) {
    const length = counts(args.first) ?? counts(args.last) ?? DEFAULT_PAGE;
    return 1 + length * childComplexity + costOfFilter(args);
  }
  const items = mostItems(field, args);
  return isListType(getNullableType(field.type))
    ? items * (costOfItem(field) + childComplexity)
    : 1 + items * childComplexity + costOfFilter(args);
}

const known = new WeakMap<DocumentNode, CostMemory>();
const MAX_WRONG_VARIABLES = 5;

// The estimate also accepts variables, but reports every one that is wrong, however many there are.
function assertVariables(
  schema: GraphQLSchema,
  query: DocumentNode,
  variables: Record<string, unknown>,
  operationName: string | undefined,
): void {
  const definitions = getOperationAST(query, operationName)?.variableDefinitions ?? [];
  const { errors } = getVariableValues(schema, definitions, variables, {
    maxErrors: MAX_WRONG_VARIABLES,
  });
  if (errors?.[0]) throw errors[0];
}

/** The cost of an operation: records times the lengths of the pages around them. */
export function costOf(
  schema: GraphQLSchema,
  query: DocumentNode,
  variables: Record<string, unknown>,
  operationName: string | undefined,
  limit = COST_LIMIT,
): Cost {
  const memory = known.get(query) ?? new CostMemory(query);
  known.set(query, memory);
  const requested = memory.of(operationName, variables, () => {
    assertVariables(schema, query, variables, operationName);
    const cost = getComplexity({
      schema,
      query,
      variables,
      ...(operationName ? { operationName } : {}),
      estimators: [estimate],
      maxQueryNodes: MAX_NODES,
    });
    return Math.ceil(cost);
  });
  return { requested, limit };
}

/** Throws for an operation whose cost exceeds the maximum. */
export function assertAffordable({ requested, limit }: Cost): void {
  if (requested > limit) throw new QueryTooComplex(requested, limit);
}
