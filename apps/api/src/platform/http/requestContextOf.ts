import { localeFrom } from "@clientela/shared/values/locales";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { App } from "../app.js";
import { Cancellation } from "../request/cancellation.js";
import { RequestContext } from "../request/requestContext.js";
import { actorOf } from "./http.js";

/**
 * The context of an authenticated request: its reads are cancelled when the client disconnects, and the memory reserved for
 * its response is released when it was sent.
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
