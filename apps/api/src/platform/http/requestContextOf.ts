import { localeFrom } from "@clientela/shared/values/locales";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { App } from "../app.js";
import { RequestContext } from "../request/requestContext.js";
import { actorOf } from "./http.js";

/** Aborts when whoever asked goes away before the answer is sent. */
function abandonedSignal({ raw }: FastifyReply): AbortSignal {
  const abandoned = new AbortController();
  raw.once("close", () => {
    if (!raw.writableFinished) abandoned.abort();
  });
  return abandoned.signal;
}

/**
 * The context of a request by somebody: what is read for it is cancelled when they go away, and what its answer takes is
 * given back when it was sent.
 */
export function requestContextOf(
  app: App,
  request: FastifyRequest,
  reply: FastifyReply,
): RequestContext {
  const locale = localeFrom(request.headers["accept-language"]);
  const signal = abandonedSignal(reply);
  const context = new RequestContext(app, actorOf(request), locale, request.id, signal);
  reply.raw.once("close", () => context.meter.close());
  return context;
}
