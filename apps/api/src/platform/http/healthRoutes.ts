import type { FastifyInstance } from "fastify";
import type { App } from "../app.js";

const READY_WITHIN_MS = 1_500;

/** `/healthz`: the process is alive. `/readyz`: it can serve, the database included, and accepts writes. */
export function healthRoutes(server: FastifyInstance, app: App): void {
  server.get("/healthz", { config: { public: true } }, async () => ({ status: "ok" }));
  server.get("/readyz", { config: { public: true } }, async (_request, reply) => {
    if (server.drain.isLeaving)
      return reply.status(503).header("retry-after", "5").send({ status: "shutting down" });
    const readiness = await app.database.readiness(READY_WITHIN_MS);
    if (readiness === "ready") {
      // Only that there is a problem: the details are in the log, for the operator.
      const waits = app.installation.waitsFor !== null;
      return { status: readiness, ...(waits ? { storage: "waits for the operator" } : {}) };
    }
    return reply
      .status(503)
      .header("retry-after", "2")
      .send({ status: `database ${readiness}` });
  });
}
