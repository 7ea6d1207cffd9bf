import type { ApolloServerOptionsWithGateway } from "@apollo/server";
import { type DocumentNode, type ExecutionResult, execute, type GraphQLSchema } from "graphql";
import type { RequestContext } from "../request/requestContext.js";
import { withErrorsByNull } from "./errorOrder.js";

type Gateway = NonNullable<ApolloServerOptionsWithGateway<RequestContext>["gateway"]>;

/** An operation to execute; the document was validated. */
export interface Operation {
  document: DocumentNode;
  operationName: string | null;
  variables: Readonly<Record<string, unknown>>;
  context: unknown;
}

/** Executes an operation; the result has one error for each null, in the order of the response. */
export type Execute = (operation: Operation) => Promise<ExecutionResult>;

/** Executes operations as graphql-js does, reporting at most this many invalid variables. */
export function graphqlJsExecution(schema: GraphQLSchema, maxCoercionErrors: number): Execute {
  return async ({ document, operationName, variables, context }) =>
    withErrorsByNull(
      await execute({
        schema,
        document,
        operationName,
        variableValues: variables,
        contextValue: context,
        options: { maxCoercionErrors },
      }),
    );
}

/** Makes Apollo Server execute operations by `execute`, through its hook for gateways. */
export function gatewayOf(schema: GraphQLSchema, executeOperation: Execute): Gateway {
  return {
    onSchemaLoadOrUpdate(publish) {
      publish({ apiSchema: schema, coreSupergraphSdl: "" });
      return () => undefined;
    },
    load: async () => ({
      executor: ({ document, operationName, request, context }) =>
        executeOperation({
          document,
          operationName,
          variables: request.variables ?? {},
          context,
        }),
    }),
    stop: async () => undefined,
  };
}
