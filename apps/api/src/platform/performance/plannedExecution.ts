import {
  type GraphQLSchema,
  getOperationAST,
  getVariableValues,
  isAbstractType,
  isObjectType,
  OperationTypeNode,
} from "graphql";
import { type Execute, graphqlJsExecution } from "../graph/execution.js";
import { executePlan } from "./executePlan.js";
import { Plans } from "./plans.js";

/** Executes queries by plans, which are cached for queries that are repeated, and all other operations as graphql-js does. */
export function plannedExecution(schema: GraphQLSchema, maxCoercionErrors: number): Execute {
  assertPlannable(schema);
  const plans = new Plans(schema);
  const executeOther = graphqlJsExecution(schema, maxCoercionErrors);
  return async (requestContext) => {
    const { document, operationName, variables, context } = requestContext;
    const operation = getOperationAST(document, operationName);
    if (operation?.operation !== OperationTypeNode.QUERY) return executeOther(requestContext);
    const { coerced, errors } = getVariableValues(
      schema,
      operation.variableDefinitions ?? [],
      variables,
      { maxErrors: maxCoercionErrors },
    );
    if (errors) return { errors };
    const plan = plans.of(document, operation, coerced);
    return executePlan(plan, context, coerced);
  };
}

// Schema features that the schema does not use are not planned.
function assertPlannable(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (isObjectType(type) && type.isTypeOf)
      throw new Error(`${type.name}: plans know no isTypeOf`);
    if (isAbstractType(type) && !type.resolveType)
      throw new Error(`${type.name}: plans need resolveType`);
  }
}
