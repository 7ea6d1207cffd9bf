import { ApolloServer, type ApolloServerPlugin } from "@apollo/server";
import { ApolloServerErrorCode } from "@apollo/server/errors";
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from "@apollo/server/plugin/disabled";
import { fastifyApolloHandler } from "@as-integrations/fastify";
import websocket from "@fastify/websocket";
import type { FastifyInstance, FastifyRequest, RouteOptions } from "fastify";
import type { GraphQLFormattedError, GraphQLSchema } from "graphql";
import { GRAPHQL_TRANSPORT_WS_PROTOCOL } from "graphql-ws";
import type { Registry } from "prom-client";
import { z } from "zod";
import type { App } from "../app.js";
import { MutationResponseRefused } from "../errors.js";
import { metered } from "../graph/cost/meteredExecution.js";
import { assertAffordable, type Cost, costOf } from "../graph/cost/queryCost.js";
import { estimatedCost } from "../graph/cost/queryEstimate.js";
import { assertModestQuery, MAX_TOKENS } from "../graph/cost/queryShape.js";
import { gatewayOf, graphqlJsExecution } from "../graph/execution.js";
import { audienceFor, presentError } from "../graph/presentError.js";
import { OperationMetrics } from "../metrics/operationMetrics.js";
import { plannedExecution } from "../performance/plannedExecution.js";
import type { RequestContext } from "../request/requestContext.js";
import { networkOf } from "../security/network.js";
import { RateLimit } from "../security/rateLimit.js";
import { compressText } from "./compression.js";
import { graphqlSocket } from "./graphqlSocket.js";
import { actorOf } from "./http.js";
import { idempotency } from "./idempotency.js";
import { assertPlainDocument, assertPlainVariables } from "./plainText.js";
import { requestContextOf } from "./requestContextOf.js";
import { bodyOf, writeLongData } from "./responseBody.js";
import type { Reauthenticate } from "./socketAccess.js";
import { OpenSockets, SocketMessages } from "./socketTraffic.js";
import { tellServerFailure } from "./status.js";
import { type FindViewedRole, OnlyReading, VIEW_AS_HEADER, viewAs } from "./viewAs.js";

const MAX_ERRORS = 5;
// All people of an office may share one address.
const ACTORS_PER_NETWORK = 10;
const MAX_SOCKET_BYTES = 64 * 1024;

const sourceSchema = z.object({ query: z.string() });

// Most errors are reported by the plugin below; those from before a request has its context are reported here.
function maskOutsideOfRequests(shown: GraphQLFormattedError): GraphQLFormattedError {
  if (shown.extensions?.code !== ApolloServerErrorCode.INTERNAL_SERVER_ERROR) return shown;
  return { message: "Something failed on our side.", extensions: { code: "INTERNAL" } };
}

// Translates errors, masks unexpected ones, and reports failures of the database.
const answers = (operations: OperationMetrics): ApolloServerPlugin<RequestContext> => ({
  async requestDidStart() {
    const began = performance.now();
    let cost: Cost | null = null;
    return {
      async didResolveOperation({ contextValue, schema, document, request, operation }) {
        if (contextValue.actor.onlyReads && operation?.operation !== "query")
          throw new OnlyReading();
        const variables = request.variables ?? {};
        assertPlainDocument(document);
        assertPlainVariables(variables);
        cost = costOf(
          schema,
          document,
          variables,
          request.operationName,
          contextValue.app.limits.queryCost,
        );
        assertAffordable(cost);
        contextValue.meter.admit(cost.requested);
      },
      async willSendResponse({ contextValue, errors: failures, response, operation }) {
        // Named by the document, which was validated; what could not be read has no name.
        const observe = (codes: readonly string[]) =>
          operations.observe(operation?.name?.value, (performance.now() - began) / 1000, codes);
        const { stats, meter } = contextValue;
        response.http.headers.set("server-timing", stats.toServerTiming());
        if (response.body.kind !== "single") return observe([]);
        const result = response.body.singleResult;
        if (cost) result.extensions = { ...result.extensions, cost };
        let errors: readonly unknown[] | undefined = failures;
        try {
          await writeLongData(result, meter);
        } catch (error) {
          const isWritten = meter.committed.length > 0;
          if (isWritten) result.data = null;
          else delete result.data;
          errors = [
            isWritten && meter.refusal ? new MutationResponseRefused(meter.refusal, true) : error,
          ];
        }
        if (!errors) return observe([]);
        const shown = errors.map((error) => presentError(error, audienceFor(contextValue)));
        observe(shown.map(({ extensions }) => String(extensions?.code)));
        result.errors = shown;
        // Nothing was executed because the request itself is invalid.
        const executed = result.data !== undefined;
        const masked = shown.some((error) => error.extensions?.code === "INTERNAL");
        if (!executed && [undefined, 500].includes(response.http.status))
          response.http.status = masked ? 500 : 400;
        tellServerFailure(response.http, shown, executed);
      },
    };
  },
});

/** What the GraphQL route needs besides its schema. */
interface GraphqlDoor {
  authenticate: Reauthenticate;
  findViewedRole: FindViewedRole;
  /** Where its operations are counted. */
  metrics: Registry;
}

/** Serves the graph at `/graphql` (GraphQL over HTTP), for authenticated callers. */
export async function graphqlRoute(
  server: FastifyInstance,
  app: App,
  schema: GraphQLSchema,
  { authenticate, findViewedRole, metrics }: GraphqlDoor,
): Promise<void> {
  const execution = app.performance ? plannedExecution : graphqlJsExecution;
  const apollo = new ApolloServer<RequestContext>({
    gateway: metered(schema, gatewayOf(schema, execution(schema, MAX_ERRORS))),
    introspection: true,
    includeStacktraceInErrorResponses: false,
    formatError: maskOutsideOfRequests,
    maxRecursiveSelections: true,
    parseOptions: { maxTokens: MAX_TOKENS },
    validationOptions: { maxErrors: MAX_ERRORS },
    persistedQueries: false,
    stringifyResult: bodyOf,
    stopOnTerminationSignals: false,
    plugins: [
      answers(new OperationMetrics(metrics)),
      idempotency,
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
    ],
  });
  await apollo.start();
  server.addHook("onClose", () => apollo.stop());
  const handler = fastifyApolloHandler(apollo, {
    context: async (request, reply) => {
      const context = requestContextOf(app, request, reply);
      // Reading and validating a document takes a while, and many may come at once.
      const turn = app.responseMeters.slices.turnOf(context.actor.id ?? "");
      if (turn) await turn;
      return context;
    },
  });
  await server.register(websocket, {
    options: {
      maxPayload: MAX_SOCKET_BYTES,
      handleProtocols: () => GRAPHQL_TRANSPORT_WS_PROTOCOL,
    },
  });
  const closing = new AbortController();
  server.addHook("onClose", async () => closing.abort());
  const limitOf = (requestsPerMinute: number) =>
    new RateLimit(app, requestsPerMinute, closing.signal);
  const perActor = limitOf(app.limits.requestsPerMinute);
  const perNetwork = limitOf(app.limits.requestsPerMinute * ACTORS_PER_NETWORK);
  const takeTurn = (request: FastifyRequest): Promise<void> | undefined => {
    const ofNetwork = () => perNetwork.take(`network:${networkOf(request.ip)}`);
    const ofActor = perActor.take(`actor:${actorOf(request).id}`);
    return ofActor ? ofActor.then(ofNetwork) : ofNetwork();
  };
  const sockets = new OpenSockets(app.limits.socketsPerCaller);
  const messages = new SocketMessages(takeTurn);
  const wsHandler = graphqlSocket(app, schema, { authenticate, messages });
  const assertCountedSource = async (request: FastifyRequest): Promise<void> => {
    assertModestSource(request);
    await takeTurn(request);
  };
  // One hook, since each creates promises.
  const preHandler = async (request: FastifyRequest): Promise<void> => {
    await assertCountedSource(request);
    if (request.headers[VIEW_AS_HEADER] !== undefined) await viewAs(app, request, findViewedRole);
  };
  const door: Pick<RouteOptions, "url" | "config" | "preHandler" | "onSend" | "handler"> = {
    url: "/graphql",
    onSend: compressText,
    config: { rule: "signed-in" },
    preHandler,
    handler,
  };
  server.route({ ...door, method: "GET", preHandler: [preHandler, sockets.take], wsHandler });
  server.route({ ...door, method: "POST" });
  server.post(
    "/graphql/cost",
    { config: { rule: "signed-in" }, preHandler: assertCountedSource },
    async ({ body }) => estimatedCost(schema, app.limits.queryCost, body),
  );
}

function assertModestSource(request: FastifyRequest): void {
  const source = sourceSchema.safeParse(request.method === "GET" ? request.query : request.body);
  if (source.success) assertModestQuery(source.data.query);
}
