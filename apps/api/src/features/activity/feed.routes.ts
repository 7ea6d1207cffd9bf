import { localeFrom } from "@clientela/shared/locales";
import type { FastifyInstance } from "fastify";
import type { App } from "../../platform/app.js";
import { recordsCompression } from "../../platform/http/compression.js";
import { actorOf } from "../../platform/http/http.js";
import { RequestContext } from "../../platform/request/requestContext.js";
import { readFeed } from "./feed.service.js";

/** `GET /changes`: what was done since a cursor, in the order of the commits, for services that follow. */
export function feedRoutes(server: FastifyInstance, app: App): void {
  const door = { config: { rule: "activity:read" }, compress: recordsCompression } as const;
  server.get("/changes", door, (request, reply) => {
    const locale = localeFrom(request.headers["accept-language"]);
    const context = new RequestContext(app, actorOf(request), locale, request.id);
    reply.header("cache-control", "private, no-store");
    return readFeed(context, request.query);
  });
}
