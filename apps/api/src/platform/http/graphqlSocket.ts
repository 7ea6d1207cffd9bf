import { localeFrom } from "@clientela/shared/locales";
import type { FastifyRequest } from "fastify";
import {
  type ExecutionArgs,
  GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  parse,
  validate,
} from "graphql";
import { CloseCode, type SubscribePayload } from "graphql-ws";
import { makeHandler } from "graphql-ws/use/@fastify/websocket";
import type { App } from "../app.js";
import type { Actor } from "../context.js";
import { presentError } from "../graph/presentError.js";
import { assertAffordable, costOf } from "../graph/queryCost.js";
import { assertModestQuery } from "../graph/queryShape.js";
import { RequestContext } from "../request/requestContext.js";
import { audienceOf, isForeign } from "./http.js";
import { assertPlainVariables } from "./plainText.js";
import { type Reauthenticate, watchAccess } from "./socketAccess.js";

const MOST_SUBSCRIPTIONS = 100;
const INIT_WAIT_MS = 5_000;
const MAX_ERRORS = 5;

/** Serves subscriptions over the protocol `graphql-transport-ws`; queries and mutations go by HTTP. */
export function graphqlSocket(app: App, schema: GraphQLSchema, authenticate: Reauthenticate) {
  const open = new WeakMap<object, Map<string, AbortController>>();

  function prepare(
    request: FastifyRequest,
    actor: Actor,
    { query, variables, operationName }: SubscribePayload,
    signal: AbortSignal,
  ): ExecutionArgs {
    assertModestQuery(query);
    const document = parse(query);
    const errors = validate(schema, document, undefined, { maxErrors: MAX_ERRORS });
    if (errors[0]) throw errors[0];
    if (getOperationAST(document, operationName)?.operation !== "subscription") {
      throw new GraphQLError(
        "Only subscriptions are served here; send queries and mutations by POST.",
        {
          extensions: { code: "BAD_REQUEST" },
        },
      );
    }
    const given = variables ?? {};
    assertPlainVariables(given);
    assertAffordable(
      costOf(schema, document, given, operationName ?? undefined, app.limits.queryCost),
    );
    const locale = localeFrom(request.headers["accept-language"]);
    const contextValue = new RequestContext(app, actor, locale, request.id, signal);
    return {
      schema,
      document,
      variableValues: given,
      operationName: operationName ?? null,
      contextValue,
    };
  }

  return makeHandler({
    schema,
    connectionInitWaitTimeout: INIT_WAIT_MS,
    onConnect: async ({ extra: { request, socket } }) => {
      if (isForeign(request, app)) return false;
      watchAccess(app, request, socket, authenticate);
      const subscriptions = new Map<string, AbortController>();
      open.set(socket, subscriptions);
      socket.once("close", () => {
        for (const ended of subscriptions.values()) ended.abort();
      });
      return true;
    },
    onSubscribe: async ({ extra: { request, socket } }, id, payload) => {
      const subscriptions = open.get(socket) ?? new Map<string, AbortController>();
      try {
        const actor = await authenticate(request);
        if (!actor) {
          socket.close(CloseCode.Forbidden, "Forbidden");
          return [new GraphQLError("Forbidden")];
        }
        if (subscriptions.size >= MOST_SUBSCRIPTIONS) {
          throw new GraphQLError(
            `A socket carries ${MOST_SUBSCRIPTIONS} subscriptions at the most.`,
            {
              extensions: { code: "BAD_REQUEST" },
            },
          );
        }
        const ended = new AbortController();
        const args = prepare(request, actor, payload, ended.signal);
        subscriptions.set(id, ended);
        return args;
      } catch (error) {
        const { message, extensions } = presentError(error, audienceOf(request, app));
        return [new GraphQLError(message, { extensions })];
      }
    },
    onNext: ({ extra: { request } }, _id, _payload, _args, result) => ({
      ...result,
      ...(result.errors
        ? { errors: result.errors.map((error) => presentError(error, audienceOf(request, app))) }
        : {}),
    }),
    onComplete: ({ extra: { socket } }, id) => {
      const subscriptions = open.get(socket);
      subscriptions?.get(id)?.abort();
      subscriptions?.delete(id);
    },
  });
}
