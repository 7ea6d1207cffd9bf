import { randomUUID } from "node:crypto";
import { localeFrom } from "@clientela/shared/values/locales";
import Fastify, {
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyRequest,
} from "fastify";
import type { App } from "../app.js";
import type { Actor } from "../context.js";
import { DomainError, Forbidden, Unauthenticated } from "../errors.js";
import { type Audience, presentError } from "../graph/presentError.js";
import { allows, type Rule } from "../security/authorize.js";
import { allowCompression } from "./compression.js";
import { Drain } from "./drain.js";
import { safeHeaders } from "./safeHeaders.js";
import { retryAfterOf, statusOf } from "./status.js";

declare module "fastify" {
  interface FastifyContextConfig {
    /** Who may call the route; a route with neither `rule` nor `public` is refused at start. */
    rule?: Rule;
    public?: boolean;
  }
  interface FastifyRequest {
    /** The caller; null on public routes for anonymous requests. */
    actor: Actor | null;
  }
}

type Authenticate = (request: FastifyRequest) => Promise<Actor | null>;

const BODY_LIMIT_BYTES = 1024 * 1024;
// Longer than the shutdown waits for requests in progress, which is measured like the start of a plugin.
const CLOSE_MS = 15 * 60_000;
const SAFE_METHODS = new Set(["GET", "HEAD", "OPTIONS"]);

/** The caller of a route that requires authentication. */
export function actorOf(request: FastifyRequest): Actor {
  if (!request.actor) throw new Unauthenticated();
  return request.actor;
}

/** The audience of a request's errors. */
export function audienceOf(request: FastifyRequest, app: App): Audience {
  return {
    locale: localeFrom(request.headers["accept-language"]),
    requestId: request.id,
    messages: app.registry.messages,
    log: app.log,
  };
}

/** The HTTP server without routes: headers, request ids, authorization, errors as JSON. */
export async function createHttp(app: App, authenticate: Authenticate): Promise<FastifyInstance> {
  // Fastify logs every request at level info, which is too much.
  const log: FastifyBaseLogger = app.log.child(
    {},
    { level: app.log.level === "info" ? "warn" : app.log.level },
  );
  const server = Fastify({
    trustProxy: [...app.trustedProxies],
    bodyLimit: BODY_LIMIT_BYTES,
    genReqId: () => randomUUID(),
    loggerInstance: log,
    // Refused with our own message.
    return503OnClosing: false,
    pluginTimeout: CLOSE_MS,
    forceCloseConnections: false,
  });
  server.decorate("drain", new Drain(server));
  server.decorateRequest("actor", null);

  server.addHook("onRoute", (route) => {
    if (!route.config?.public && !route.config?.rule) {
      throw new Error(`no rule on who may call ${String(route.method)} ${route.url}`);
    }
  });
  const headers = safeHeaders(app);
  server.addHook("onRequest", async (request, reply) => {
    reply.headers(headers);
    reply.header("x-request-id", request.id);
    // Responses are private; a route whose responses may be cached declares it.
    reply.header("cache-control", "no-store");
    refuseForeignWrites(request, app);
    const { rule } = request.routeOptions.config;
    if (!rule) return;
    request.actor = await authenticate(request);
    if (!request.actor) throw new Unauthenticated();
    if (!allows(request.actor, [rule])) throw new Forbidden(rule);
  });
  await allowCompression(server);
  server.setErrorHandler((error, request, reply) => {
    const expected = expectedHttpError(error);
    const shown = expected ?? presentError(error, audienceOf(request, app));
    const status = expected ? httpStatus(error) : statusOf(shown);
    const retryAfter = retryAfterOf(shown);
    if (retryAfter !== null) reply.header("retry-after", retryAfter);
    // The connection of a refused upgrade belongs to no server any more, which would wait for its end.
    if (request.headers.upgrade) reply.raw.once("finish", () => request.raw.socket.destroySoon());
    return reply.status(status).send({ errors: [shown] });
  });
  return server;
}

/** Whether the page that sends a request is of another site; programs send no Origin. */
export function isForeign({ headers: { origin, host } }: FastifyRequest, app: App): boolean {
  if (origin === undefined) return false;
  const from = URL.canParse(origin) ? new URL(origin).host : null;
  // A proxy may have changed the Host; the public address is ours as well.
  const ours = [host, app.publicUrl && new URL(app.publicUrl).host];
  return from === null || !ours.includes(from);
}

// Cookies are sent with requests from other sites too; their Origin header identifies them.
function refuseForeignWrites(request: FastifyRequest, app: App): void {
  if (!SAFE_METHODS.has(request.method) && isForeign(request, app)) throw new Forbidden();
}

function httpStatus(error: unknown): number {
  return error instanceof Error && "statusCode" in error ? Number(error.statusCode) : 500;
}

// Fastify's own refusals (body too large, malformed JSON) keep their message.
function expectedHttpError(error: unknown) {
  const status = httpStatus(error);
  if (!(error instanceof Error) || error instanceof DomainError || status >= 500) return null;
  return { message: error.message, extensions: { code: "BAD_REQUEST" } };
}
