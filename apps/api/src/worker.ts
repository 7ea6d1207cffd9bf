import "reflect-metadata";
import { existsSync } from "node:fs";
import type { Logger } from "pino";
import { type Env, readEnv } from "./env.js";
import { registry } from "./features.js";
import { openApp, type Stop, settingsOf } from "./openApp.js";
import { outliveErrors } from "./outlive.js";
import { createLog } from "./platform/log.js";
import { openMetricsPort } from "./platform/metrics/metricsPort.js";
import { processMetrics } from "./platform/metrics/processMetrics.js";
import { SetupError, wordsFor } from "./platform/setupError.js";
import { bringUpDatabase, requireDatabaseUrl } from "./serverDatabase.js";

// Others in the queue can have the connections; a statement over a million rows takes its time.
const CONNECTION_WAIT_MS = 60_000;
const STATEMENT_MS = 15 * 60_000;
const PATIENCE_MS = 30_000;
// A job comes to a point where it can be left; what was committed is safe.
const STOP_MS = 15_000;
const SETUP_EXIT_CODE = 78;

// The process that serves people starts one of its own (workerProcess.ts), which ends with it. Started by itself, it is
// one of any number of workers.
const isChild = process.send !== undefined;
const print = (line: string) => process.stdout.write(`${line}\n`);

/** Runs background jobs until the process is asked to end, or the one that started it lets go of it or is gone. */
async function work(): Promise<void> {
  // Its parent may have let go of it while it was loaded.
  if (isChild && !process.connected) leave();
  if (!isChild && existsSync(".env")) process.loadEnvFile(".env");
  const stops: Stop[] = [];
  const env = readEnv(process.env);
  requireDatabaseUrl(env, "worker");
  const log = createLog(env.LOG_LEVEL, process.stderr.isTTY === true);
  outliveErrors(log);
  const { app, jobs } = await openApp(
    settingsOf(env),
    {
      registry,
      url: await servingUrlOf(env, log, stops),
      part: "works",
      connectionTimeoutMs: CONNECTION_WAIT_MS,
      statementTimeoutMs: STATEMENT_MS,
      patienceMs: PATIENCE_MS,
      log,
    },
    stops,
  );
  if (!isChild) {
    await app.installation.claim(env.ADOPT_STORAGE);
    stops.push(app.installation.watch());
  }
  await endInOrder(stops);
  if (env.WORKER_METRICS_PORT !== undefined) {
    const { WORKER_METRICS_PORT: port, METRICS_HOST: host } = env;
    const setting = "WORKER_METRICS_PORT";
    const opened = await openMetricsPort(processMetrics(app), { port, host, setting, log });
    stops.push(opened.close);
  }
  await jobs.work(app);
  if (!isChild) print("Clientela is running background jobs.");
}

/** A child is given the URL to serve with; a worker of its own finds it out, as the API does. */
async function servingUrlOf(env: Env, log: Logger, stops: Stop[]): Promise<string> {
  if (isChild && env.DATABASE_URL) return env.DATABASE_URL;
  const { appendOnly } = registry;
  return bringUpDatabase(env, { appendOnly, log, print, stops, onLost: fail });
}

/** From now on an end is one in good order. */
async function endInOrder(stops: Stop[]): Promise<void> {
  let ending = false;
  const end = async () => {
    if (ending) return;
    ending = true;
    setTimeout(() => process.exit(1), STOP_MS).unref();
    for (const stop of stops.splice(0).reverse()) await stop();
    process.exit(0);
  };
  if (!isChild) {
    process.off("SIGINT", leave).off("SIGTERM", leave).on("SIGINT", end).on("SIGTERM", end);
    return;
  }
  process.off("disconnect", leave);
  process.once("disconnect", end);
  if (!process.connected) await end();
}

function leave(): void {
  process.exit(isChild ? 0 : 130);
}

function fail(error: unknown): never {
  process.stderr.write(`${wordsFor(error)}\n`);
  process.exit(!isChild && error instanceof SetupError ? SETUP_EXIT_CODE : 1);
}

if (isChild) {
  // A terminal's Ctrl-C reaches this process too; its parent ends it in good order.
  process.on("SIGINT", () => undefined).on("SIGTERM", () => undefined);
  process.on("disconnect", leave);
} else process.on("SIGINT", leave).on("SIGTERM", leave);

work().catch(fail);
