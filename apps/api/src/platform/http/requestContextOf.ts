import { localeFrom } from "@clientela/shared/values/locales";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { App } from "../app.js";
import { Cancellation } from "../request/cancellation.js";
import { RequestContext } from "../request/requestContext.js";
import { actorOf } from "./http.js";

/**
 * The context of a request by somebody: what is read for it is cancelled when they go away, and what its answer takes is
 * given back when it was sent.
 */
export function requestContextOf(
  app: App,
  request: FastifyRequest,
  { raw }: FastifyReply,
): RequestContext {
  const locale = localeFrom(request.headers["accept-language"]);
  const cancellation = new Cancellation();
  const context = new RequestContext(app, actorOf(request), locale, request.id, cancellation);
  raw.on("close", () => {
    if (!raw.writableFinished) cancellation.cancel();
    context.meter.close();
  });
  return context;
}
