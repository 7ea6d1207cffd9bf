import "reflect-metadata";
import { readEnv } from "./env.js";
import { registry } from "./features.js";
import { openApp, type Stop, settingsOf } from "./openApp.js";
import { outliveErrors } from "./outlive.js";
import { createLog } from "./platform/log.js";
import { openMetricsPort } from "./platform/metrics/metricsPort.js";
import { processMetrics } from "./platform/metrics/processMetrics.js";
import { wordsFor } from "./platform/setupError.js";

// Others in the queue can have the connections; a statement over a million rows takes its time.
const CONNECTION_WAIT_MS = 60_000;
const STATEMENT_MS = 15 * 60_000;
const PATIENCE_MS = 30_000;

/** Does what the serving process asks for, until that process lets go of it or is gone. */
async function work(): Promise<void> {
  // Its parent may have let go of it while it was loaded.
  if (!process.connected) leave();
  const env = readEnv(process.env);
  if (!env.DATABASE_URL) throw new Error("the database belongs to the process that serves people");
  const stops: Stop[] = [];
  const end = async () => {
    for (const stop of stops.splice(0).reverse()) await stop();
    process.exit(0);
  };
  const log = createLog(env.LOG_LEVEL, process.stderr.isTTY === true);
  outliveErrors(log);
  const { app, jobs } = await openApp(
    settingsOf(env),
    {
      registry,
      url: env.DATABASE_URL,
      part: "works",
      connectionTimeoutMs: CONNECTION_WAIT_MS,
      statementTimeoutMs: STATEMENT_MS,
      patienceMs: PATIENCE_MS,
      log,
    },
    stops,
  );
  process.off("disconnect", leave);
  process.once("disconnect", end);
  if (!process.connected) await end();
  if (env.WORKER_METRICS_PORT !== undefined) {
    const { WORKER_METRICS_PORT: port, METRICS_HOST: host } = env;
    const setting = "WORKER_METRICS_PORT";
    const opened = await openMetricsPort(processMetrics(app), { port, host, setting, log });
    stops.push(opened.close);
  }
  await jobs.work(app);
}

function leave(): void {
  process.exit(0);
}

// A terminal's Ctrl-C reaches this process too; its parent ends it in good order.
process.on("SIGINT", () => undefined).on("SIGTERM", () => undefined);
process.on("disconnect", leave);

work().catch((error: unknown) => {
  process.stderr.write(`${wordsFor(error)}\n`);
  process.exit(1);
});
