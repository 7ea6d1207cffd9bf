import type { ApolloServerOptionsWithGateway } from "@apollo/server";
import {
  type DocumentNode,
  type ExecutionResult,
  type GraphQLSchema,
  locatedError,
  type OperationDefinitionNode,
} from "graphql";
import { type DomainError, MutationResponseRefused } from "../../errors.js";
import type { RequestContext } from "../../request/requestContext.js";
import type { ResponseMeter } from "../../request/responseMeter.js";
import { rootFields } from "../rootFields.js";

type Gateway = NonNullable<ApolloServerOptionsWithGateway<RequestContext>["gateway"]>;

/** What was executed. */
interface Executed {
  document: DocumentNode;
  operation: OperationDefinitionNode;
  variables: Readonly<Record<string, unknown>>;
}

/** The error of a response that was refused after some of its mutations were committed: it lists the state of each. */
function unresponsive(
  schema: GraphQLSchema,
  { document, operation, variables }: Executed,
  refusal: DomainError,
  committed: readonly string[],
): ExecutionResult {
  const fields = [...rootFields(schema, document, operation, variables)];
  return {
    data: Object.fromEntries(fields.map(([name]) => [name, null])),
    errors: fields.map(([name, nodes]) =>
      locatedError(new MutationResponseRefused(refusal, committed.includes(name)), nodes, [name]),
    ),
  };
}

/**
 * The result of an execution; rejects as soon as its meter refuses the response. Where mutations were committed by then,
 * the result lists them.
 */
export function resultOf(
  schema: GraphQLSchema,
  meter: ResponseMeter,
  executed: Executed,
  execution: ExecutionResult | Promise<ExecutionResult>,
): Promise<ExecutionResult> {
  return meter.untilRefused(execution).catch((error: unknown) => {
    const { refusal, committed } = meter;
    if (error !== refusal || refusal === null || committed.length === 0) throw error;
    return unresponsive(schema, executed, refusal, committed);
  });
}

/** Lets the executions of a gateway end as soon as their responses are refused. */
export function metered(schema: GraphQLSchema, gateway: Gateway): Gateway {
  return {
    onSchemaLoadOrUpdate: (listener) => gateway.onSchemaLoadOrUpdate(listener),
    load: async (options) => {
      const { executor } = await gateway.load(options);
      return {
        executor:
          executor &&
          ((requestContext) => {
            const { document, operation, request, context } = requestContext;
            const executed = { document, operation, variables: request.variables ?? {} };
            return resultOf(schema, context.meter, executed, executor(requestContext));
          }),
      };
    },
    stop: () => gateway.stop(),
  };
}
