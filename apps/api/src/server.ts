import type { FastifyInstance, FastifyRequest } from "fastify";
import type { Registry } from "prom-client";
import { viewedRoleFinder } from "./features/accounts/access-roles/findViewedRole.js";
import { sessionReader } from "./features/accounts/sessions/authenticate.js";
import { bearerOf, keyReader } from "./features/keys/authenticateKey.js";
import type { App } from "./platform/app.js";
import { graphqlRoute } from "./platform/http/graphqlRoute.js";
import { healthRoutes } from "./platform/http/healthRoutes.js";
import { createHttp } from "./platform/http/http.js";
import { metricsRoute } from "./platform/http/metricsRoute.js";
import { webApp } from "./platform/http/webApp.js";
import { processMetrics, storageMetrics } from "./platform/metrics/processMetrics.js";
import { createSchema } from "./schema.js";

/** The metrics of a process that serves, and of what its features know of all processes. */
export function serverMetrics(app: App): Registry {
  const metrics = processMetrics(app);
  storageMetrics(app, metrics);
  for (const feature of app.registry.features) feature.observe?.(app, metrics);
  return metrics;
}

/** The whole server, not yet listening; `webFolder` holds the built app. */
export async function createServer(
  app: App,
  webFolder: string,
  metrics: Registry = serverMetrics(app),
): Promise<FastifyInstance> {
  const whoseSession = sessionReader(app);
  const whoseKey = keyReader(app);
  const authenticate = ({ headers }: FastifyRequest) => {
    const bearer = bearerOf(headers);
    return bearer === null ? whoseSession(headers) : whoseKey(bearer);
  };
  const server = await createHttp(app, authenticate);
  healthRoutes(server, app);
  metricsRoute(server, app, authenticate, metrics);
  await graphqlRoute(
    server,
    app,
    createSchema(app.registry, { isOptimized: app.performance !== null }),
    { authenticate, findViewedRole: viewedRoleFinder(app), metrics },
  );
  for (const feature of app.registry.features) await feature.routes?.(server, app);
  await webApp(server, webFolder);
  return server;
}
