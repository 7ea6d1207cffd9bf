import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import fastifyStatic from "@fastify/static";
import type { FastifyInstance } from "fastify";

const API_PATHS =
  /^\/(api|assets|graphql|files|exports|imports\/api|healthz|readyz|metrics|changes)(\/|$|\?)/;
const ASSET_SECONDS = 365 * 24 * 60 * 60;

/** Serves the built app from `folder`; paths of the app get its page, unknown API paths a 404 in JSON. */
export async function webApp(server: FastifyInstance, folder: string): Promise<void> {
  const page = join(folder, "index.html");
  const built = existsSync(page);
  if (built) {
    server.addHook("onRoute", (route) => {
      if (route.url === "/*" && !route.config?.rule)
        route.config = { ...route.config, public: true };
    });
    await server.register(fastifyStatic, {
      root: folder,
      wildcard: false,
      index: false,
      prefix: "/",
      serve: false,
      // Built next to each file (apps/web/build/precompressed.ts).
      preCompressed: true,
    });
    server.get("/assets/*", { config: { public: true } }, (request, reply) =>
      reply.sendFile((request.params as { "*": string })["*"], join(folder, "assets"), {
        maxAge: ASSET_SECONDS * 1000,
        immutable: true,
      }),
    );
    for (const file of filesBesidePage(folder)) {
      server.get(`/${file}`, { config: { public: true } }, (_request, reply) =>
        reply.header("cache-control", "no-cache").sendFile(file, folder, { cacheControl: false }),
      );
    }
  }
  server.setNotFoundHandler((request, reply) => {
    const wantsPage = request.method === "GET" && !API_PATHS.test(request.url);
    if (built && wantsPage) {
      return reply
        .header("cache-control", "no-cache")
        .sendFile("index.html", folder, { cacheControl: false });
    }
    return reply.status(404).send({
      errors: [
        {
          message: `${request.method} ${request.url} does not exist.`,
          extensions: { code: "NOT_FOUND" },
        },
      ],
    });
  });
}

// The icon and the script that runs before the page is rendered; their names have no hash.
function filesBesidePage(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && !/^\.|^index\.html|\.(br|gz)$/.test(entry.name))
    .map((entry) => entry.name);
}
