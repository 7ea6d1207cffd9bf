import type { ApolloServerOptionsWithGateway } from "@apollo/server";
import { type DocumentNode, type ExecutionResult, execute, type GraphQLSchema } from "graphql";
import { type CompiledQuery, compileQuery, isCompiledQuery } from "graphql-jit";
import type { RequestContext } from "./requestContext.js";

type Gateway = ApolloServerOptionsWithGateway<RequestContext>["gateway"];
type Request = Parameters<NonNullable<Awaited<ReturnType<Gateway["load"]>>["executor"]>>[0];

/** What is known of how a document is executed: "seen" once, then compiled, or not to be compiled. */
type Plan = "seen" | "interpreted" | CompiledQuery;

const MAX_COERCION_ERRORS = 5;

/**
 * Executes operations by code that is compiled for each document when it is asked for the second time; until
 * then by graphql-js. Apollo takes an executor only as that of a gateway.
 */
export function compiledExecution(schema: GraphQLSchema): Gateway {
  const plans = new WeakMap<DocumentNode, Map<string | null, Plan>>();

  function planOf({ document, operationName }: Request): Plan | undefined {
    const ofDocument = plans.get(document) ?? new Map<string | null, Plan>();
    plans.set(document, ofDocument);
    const known = ofDocument.get(operationName);
    if (known === undefined) ofDocument.set(operationName, "seen");
    if (known !== "seen") return known;
    const compiled = compileQuery(schema, document, operationName ?? undefined);
    const plan = isCompiledQuery(compiled) ? compiled : "interpreted";
    ofDocument.set(operationName, plan);
    return plan;
  }

  async function executor(request: Request): Promise<ExecutionResult> {
    const { context: contextValue, document, operationName } = request;
    const variableValues = request.request.variables ?? {};
    const plan = planOf(request);
    if (typeof plan === "object") return plan.query(undefined, contextValue, variableValues);
    return execute({
      schema,
      document,
      contextValue,
      variableValues,
      operationName,
      options: { maxCoercionErrors: MAX_COERCION_ERRORS },
    });
  }

  return {
    onSchemaLoadOrUpdate(callback) {
      callback({ apiSchema: schema, coreSupergraphSdl: "" });
      return () => undefined;
    },
    load: async () => ({ executor }),
    stop: async () => undefined,
  };
}
