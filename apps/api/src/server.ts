import type { FastifyInstance, FastifyRequest } from "fastify";
import { viewedRoleFinder } from "./features/accounts/access-roles/findViewedRole.js";
import { sessionReader } from "./features/accounts/sessions/authenticate.js";
import { bearerOf, keyReader } from "./features/keys/authenticateKey.js";
import type { App } from "./platform/app.js";
import { graphqlRoute } from "./platform/http/graphqlRoute.js";
import { healthRoutes } from "./platform/http/healthRoutes.js";
import { createHttp } from "./platform/http/http.js";
import { metricsRoute } from "./platform/http/metricsRoute.js";
import { webApp } from "./platform/http/webApp.js";
import { createSchema } from "./schema.js";

/** The whole server, not yet listening; `webFolder` holds the built app. */
export async function createServer(app: App, webFolder: string): Promise<FastifyInstance> {
  const whoseSession = sessionReader(app);
  const whoseKey = keyReader(app);
  const authenticate = ({ headers }: FastifyRequest) => {
    const bearer = bearerOf(headers);
    return bearer === null ? whoseSession(headers) : whoseKey(bearer);
  };
  const server = await createHttp(app, authenticate);
  healthRoutes(server, app);
  metricsRoute(server, app, authenticate);
  await graphqlRoute(
    server,
    app,
    createSchema(app.registry, { isOptimized: app.performance !== null }),
    { authenticate, findViewedRole: viewedRoleFinder(app) },
  );
  for (const feature of app.registry.features) await feature.routes?.(server, app);
  await webApp(server, webFolder);
  return server;
}
