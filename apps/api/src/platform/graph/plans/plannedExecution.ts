import type { ApolloServerOptionsWithGateway } from "@apollo/server";
import {
  type DocumentNode,
  type ExecutionResult,
  execute,
  type GraphQLSchema,
  getOperationAST,
  getVariableValues,
  isAbstractType,
  isObjectType,
  type OperationDefinitionNode,
  OperationTypeNode,
} from "graphql";
import type { RequestContext } from "../../request/requestContext.js";
import { inOrderOfAnswer } from "../errorOrder.js";
import { executePlan } from "./executePlan.js";
import type { Variables } from "./executionPlan.js";
import { Plans } from "./plans.js";

type Gateway = NonNullable<ApolloServerOptionsWithGateway<RequestContext>["gateway"]>;

/** An operation to be executed; the document was validated. */
export interface Execution {
  document: DocumentNode;
  operationName: string | null;
  variables: Variables;
  context: unknown;
}

/** Executes operations: queries by plans, which are kept where a query comes again, and all others as graphql-js does. */
export class Executor {
  private readonly plans: Plans;

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly maxCoercionErrors: number,
  ) {
    assertPlannable(schema);
    this.plans = new Plans(schema);
  }

  /** Executes an operation; what goes wrong is in the result, in the order of the answer. */
  async execute({
    document,
    operationName,
    variables,
    context,
  }: Execution): Promise<ExecutionResult> {
    const { schema, maxCoercionErrors } = this;
    const operation = getOperationAST(document, operationName);
    if (operation?.operation !== OperationTypeNode.QUERY) {
      const result = await execute({
        schema,
        document,
        operationName,
        variableValues: variables,
        contextValue: context,
        options: { maxCoercionErrors },
      });
      return inOrderOfAnswer(result);
    }
    const { coerced, errors } = coerce(schema, operation, variables, maxCoercionErrors);
    if (errors) return { errors };
    return inOrderOfAnswer(
      await executePlan(this.plans.of(document, operation, coerced), context, coerced),
    );
  }
}

const coerce = (
  schema: GraphQLSchema,
  { variableDefinitions = [] }: OperationDefinitionNode,
  variables: Variables,
  maxErrors: number,
) => getVariableValues(schema, variableDefinitions, variables, { maxErrors });

// What the schema does not use is not planned.
function assertPlannable(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (isObjectType(type) && type.isTypeOf)
      throw new Error(`${type.name}: plans know no isTypeOf`);
    if (isAbstractType(type) && !type.resolveType)
      throw new Error(`${type.name}: plans need resolveType`);
  }
}

/** Lets Apollo Server execute operations by plans, by the hook that it has for gateways. */
export function plannedExecution(schema: GraphQLSchema, maxCoercionErrors: number): Gateway {
  const executor = new Executor(schema, maxCoercionErrors);
  return {
    onSchemaLoadOrUpdate(tell) {
      tell({ apiSchema: schema, coreSupergraphSdl: "" });
      return () => undefined;
    },
    load: async () => ({
      executor: ({ document, operationName, request, context }) =>
        executor.execute({
          document,
          operationName,
          variables: request.variables ?? {},
          context,
        }),
    }),
    stop: async () => undefined,
  };
}
