import { localeFrom } from "@clientela/shared/values/locales";
import type { WebsocketHandler } from "@fastify/websocket";
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
import { type EventExecution, subscribeMetered } from "../graph/cost/meteredSubscription.js";
import { assertAffordable, costOf } from "../graph/cost/queryCost.js";
import { assertModestQuery } from "../graph/cost/queryShape.js";
import { presentError } from "../graph/presentError.js";
import { Cancellation } from "../request/cancellation.js";
import { RequestContext } from "../request/requestContext.js";
import { audienceOf, isForeign } from "./http.js";
import { assertPlainDocument, assertPlainVariables } from "./plainText.js";
import { type Reauthenticate, watchAccess } from "./socketAccess.js";
import type { SocketMessages } from "./socketTraffic.js";

const MAX_SUBSCRIPTIONS = 100;
const MAX_ERRORS = 5;

/** Who may open a socket, and how much it may receive. */
interface SocketDoor {
  authenticate: Reauthenticate;
  messages: SocketMessages;
}

/** Serves subscriptions over the protocol `graphql-transport-ws`; queries and mutations use HTTP. */
export function graphqlSocket(
  app: App,
  schema: GraphQLSchema,
  { authenticate, messages }: SocketDoor,
): WebsocketHandler {
  const executions = new WeakMap<object, EventExecution>();
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
    assertPlainDocument(document);
    assertPlainVariables(given);
    const { queryCost } = app.limits;
    const cost = costOf(schema, document, given, operationName ?? undefined, queryCost);
    assertAffordable(cost);
    takeAsLongAsOpen(actor, cost.requested, signal);
    const locale = localeFrom(request.headers["accept-language"]);
    const cancellation = Cancellation.by(signal);
    const args = { schema, document, variableValues: given, operationName: operationName ?? null };
    const { eventTurns } = app.responseMeters;
    executions.set(args, {
      cost: cost.requested,
      inTurn: (work) => eventTurns.run(actor.id ?? "", work),
      open: () => new RequestContext(app, actor, locale, request.id, cancellation),
    });
    return args;
  }

  // One event can reach all subscriptions at once.
  function takeAsLongAsOpen(actor: Actor, cost: number, signal: AbortSignal): void {
    const { concurrentCost } = app.responseMeters;
    const caller = actor.id ?? "";
    concurrentCost.take(caller, cost);
    signal.addEventListener("abort", () => concurrentCost.giveBack(caller, cost), { once: true });
  }

  const handle = makeHandler({
    schema,
    connectionInitWaitTimeout: app.limits.socketInitMs,
    subscribe: (args) => {
      const execution = executions.get(args);
      if (!execution) throw new Error("a subscription was not prepared");
      return subscribeMetered(args, execution);
    },
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
        await messages.assertCounted(socket);
        const actor = await authenticate(request);
        if (!actor) {
          socket.close(CloseCode.Forbidden, "Forbidden");
          return [new GraphQLError("Forbidden")];
        }
        // Thousands of messages can come at once, and reading a document takes a while.
        await app.responseMeters.slices.turnOf(actor.id ?? "");
        if (subscriptions.size >= MAX_SUBSCRIPTIONS) {
          throw new GraphQLError(
            `A socket carries ${MAX_SUBSCRIPTIONS} subscriptions at the most.`,
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
  return function (socket, request) {
    messages.countAll(socket, request);
    return handle.call(this, socket, request);
  };
}
