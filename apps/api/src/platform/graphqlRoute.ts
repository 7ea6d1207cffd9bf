import { ApolloServer, type ApolloServerPlugin } from "@apollo/server";
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from "@apollo/server/plugin/disabled";
import { fastifyApolloHandler } from "@as-integrations/fastify";
import { localeFrom } from "@clientela/shared/locales";
import type { FastifyInstance } from "fastify";
import type { GraphQLSchema } from "graphql";
import type { App } from "./app.js";
import { actorOf } from "./http.js";
import { presentError } from "./presentError.js";
import { RequestContext } from "./requestContext.js";

const RETRY_AFTER_SECONDS = "2";

// Tells errors in the caller's language, masks what is not expected, and says what the database did.
const answers: ApolloServerPlugin<RequestContext> = {
  async requestDidStart() {
    return {
      async willSendResponse({ contextValue, errors, response }) {
        const { app, locale, requestId, stats } = contextValue;
        response.http.headers.set("server-timing", stats.toServerTiming());
        if (!errors || response.body.kind !== "single") return;
        const shown = errors.map((error) =>
          presentError(error, { locale, requestId, log: app.log }),
        );
        response.body.singleResult.errors = shown;
        if (shown.some((error) => error.extensions?.code === "UNAVAILABLE")) {
          response.http.status = 503;
          response.http.headers.set("retry-after", RETRY_AFTER_SECONDS);
        }
      },
    };
  },
};

/** Serves the graph at `/graphql` (GraphQL over HTTP), for callers who are somebody. */
export async function graphqlRoute(
  server: FastifyInstance,
  app: App,
  schema: GraphQLSchema,
): Promise<void> {
  const apollo = new ApolloServer<RequestContext>({
    schema,
    introspection: true,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    plugins: [
      answers,
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
    ],
  });
  await apollo.start();
  server.addHook("onClose", () => apollo.stop());
  server.route({
    method: ["GET", "POST"],
    url: "/graphql",
    config: { rule: "signed-in" },
    handler: fastifyApolloHandler(apollo, {
      context: async (request) =>
        new RequestContext(
          app,
          actorOf(request),
          localeFrom(request.headers["accept-language"]),
          request.id,
        ),
    }),
  });
}
