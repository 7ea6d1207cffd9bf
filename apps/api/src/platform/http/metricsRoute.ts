import type { FastifyInstance, FastifyRequest } from "fastify";
import { Histogram, type Registry } from "prom-client";
import type { App } from "../app.js";
import type { Actor } from "../context.js";
import { Forbidden, Unauthenticated } from "../errors.js";
import { watchProcess } from "../metrics/processMetrics.js";
import { allows } from "../security/authorize.js";

const LOOPBACK = /^(127\.|::1$|::ffff:127\.)/;
const FORWARDING_HEADERS = ["x-forwarded-for", "x-real-ip", "forwarded", "via"];
const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10];

// One of the metrics of `watchProcess`.
const OF_THE_PROCESS = "process_cpu_user_seconds_total";

/** `/metrics`, for Prometheus: open to this machine, otherwise to callers who may change settings. */
export function metricsRoute(
  server: FastifyInstance,
  app: App,
  authenticate: (request: FastifyRequest) => Promise<Actor | null>,
  registry: Registry,
): void {
  const requests = new Histogram({
    name: "clientela_http_request_duration_seconds",
    help: "How long answers took, by method, route and status.",
    labelNames: ["method", "route", "status"],
    buckets: SECONDS,
    registers: [registry],
  });
  server.addHook("onResponse", ({ method, routeOptions }, { statusCode, elapsedTime }, done) => {
    const route = routeOptions.url ?? "none";
    requests.observe({ method, route, status: statusCode }, elapsedTime / 1000);
    done();
  });
  let watched = registry.getSingleMetric(OF_THE_PROCESS) !== undefined;
  server.get("/metrics", { config: { public: true } }, async (request, reply) => {
    if (!isFromThisMachine(request, app)) {
      const actor = await authenticate(request);
      if (!actor) throw new Unauthenticated();
      if (!allows(actor, ["settings:write"])) throw new Forbidden("settings:write");
    }
    if (!watched) watchProcess(registry);
    watched = true;
    return reply.type(registry.contentType).send(await registry.metrics());
  });
}

// Requests through a proxy on this machine come from anywhere.
function isFromThisMachine({ headers, socket }: FastifyRequest, app: App): boolean {
  const isForwarded = FORWARDING_HEADERS.some((name) => headers[name] !== undefined);
  return LOOPBACK.test(socket.remoteAddress ?? "") && !isForwarded && app.publicUrl === undefined;
}
