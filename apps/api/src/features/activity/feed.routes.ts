import type { FastifyInstance } from "fastify";
import type { App } from "../../platform/app.js";
import { recordsCompression } from "../../platform/http/compression.js";
import { requestContextOf } from "../../platform/http/requestContextOf.js";
import { readFeed } from "./feed.service.js";

/** `GET /changes`: the actions since a cursor in commit order, for services that keep in sync. */
export function feedRoutes(server: FastifyInstance, app: App): void {
  const door = { config: { rule: "activity:read" }, compress: recordsCompression } as const;
  server.get("/changes", door, (request, reply) => {
    reply.header("cache-control", "private, no-store");
    return readFeed(requestContextOf(app, request, reply), request.query);
  });
}
