import "reflect-metadata";
import { existsSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { readArguments } from "./arguments.js";
import { loadDemo, NotEmpty } from "./demo/loadDemo.js";
import { takeDemoAway } from "./demo/takeDemoAway.js";
import { type Env, readEnv } from "./env.js";
import {
  anyoneCanSignIn,
  ensureFirstAdmin,
  renewFirstAdminToken,
} from "./features/accounts/people/firstAdmin.js";
import { registry } from "./features.js";
import { openApp, type Stop, settingsOf } from "./openApp.js";
import { outliveErrors } from "./outlive.js";
import type { App } from "./platform/app.js";
import { preparePooler } from "./platform/database/connections/pooler.js";
import { startWorker, type WorkerProcess } from "./platform/jobs/workerProcess.js";
import { metricFaults } from "./platform/lists/kept/metricFaults.js";
import { noteChanges } from "./platform/lists/kept/noteChanges.js";
import { createLog } from "./platform/log.js";
import { openMetricsPort } from "./platform/metrics/metricsPort.js";
import { SetupError, wordsFor } from "./platform/setupError.js";
import { createServer, serverMetrics } from "./server.js";
import { bringUpDatabase, requireDatabaseUrl } from "./serverDatabase.js";

const WEB_FOLDER = fileURLToPath(new URL("../../web/dist", import.meta.url));
// Nobody balances what a person ends in a terminal.
const DRAIN_SECONDS = process.stdout.isTTY ? 0 : 2;
// What has to be done besides waiting for requests.
const STOP_MS = 15_000;
const WORKER_HEAP_MB = 512;
/** The exit code of a start that only a person can put right (EX_CONFIG of sysexits.h): trying again is no use. */
const SETUP_EXIT_CODE = 78;

const print = (line: string) => process.stdout.write(`${line}\n`);

/** Where nobody can sign in yet: prints the link that makes the first admin. */
async function offerFirstAdmin({ database }: App, address: string): Promise<void> {
  const db = database.db();
  if (await anyoneCanSignIn(db)) return;
  const token = await renewFirstAdminToken(db);
  print(
    `\n  First start. Make the first admin with this link (it works once):\n  ${address}/welcome?token=${token}`,
  );
}

async function fillWithDemo(app: App): Promise<void> {
  print("Loading the demo data …");
  try {
    const { customers } = await loadDemo(app);
    print(`${customers} customers are there to look around.`);
  } catch (error) {
    if (!(error instanceof NotEmpty)) throw error;
    print("There are customers already, so the demo data stays out.");
  }
}

async function checkMetrics(app: App): Promise<void> {
  print("Adding up the metrics of customers …");
  const faults = await metricFaults(app);
  for (const { metric, recordId, currency, kept, is } of faults)
    print(
      `${metric} of customer ${recordId}: kept ${kept ?? "nothing"}, is ${is ?? "nothing"} ${currency}`,
    );
  await noteChanges(app.database.db(), faults);
  print(
    faults.length === 0
      ? "All that is kept is right."
      : `${faults.length} were wrong and are kept anew. Please report this.`,
  );
}

async function start(): Promise<void> {
  const { type, options: args } = readArguments();
  if (existsSync(".env")) process.loadEnvFile(".env");
  const env = readEnv(process.env);
  if (type !== "all") requireDatabaseUrl(env, type);
  const stops: Stop[] = [];
  const stopAll = async () => {
    for (const stop of stops.splice(0).reverse()) await stop();
  };
  // Until requests are answered a signal may end the process at once; the database ends with it. The listener
  // stays: a signal that comes while one takes the place of another is lost.
  let stop: () => void = leave;
  const heed = () => stop();
  process.on("SIGINT", heed).on("SIGTERM", heed);
  // What started it and would start it again (tools/run.mjs) is gone.
  process.on("disconnect", heed);
  try {
    const log = createLog(env.LOG_LEVEL, process.stderr.isTTY === true);
    outliveErrors(log);
    const migrates = type === "migrate" ? { ...env, MIGRATE_AT_START: "on" as const } : env;
    const url = await bringUpDatabase(migrates, {
      appendOnly: registry.appendOnly,
      log,
      print,
      stops,
      onLost: end,
    });
    if (type === "migrate") {
      print("The database is up to date.");
      await stopAll();
      return leave(0);
    }
    const poolerUrl =
      env.DATABASE_POOLER_URL &&
      (await preparePooler({ poolerUrl: env.DATABASE_POOLER_URL, servingUrl: url }));
    const options = { registry, url, poolerUrl, part: "asks" as const, log };
    const { app } = await openApp(settingsOf(env), options, stops);
    await app.installation.claim(env.ADOPT_STORAGE);
    stops.push(app.installation.watch());
    const worker = type === "all" ? startOwnWorker(app, url) : null;
    if (worker) stops.push(worker.stop);
    if (args["remove-demo"]) {
      print("Removing the demo data …");
      print(await takeDemoAway(app));
    }
    if (args["check-metrics"]) await checkMetrics(app);
    if (args.demo) await fillWithDemo(app);
    // Whoever finds the server ready can sign in.
    if (env.ADMIN_EMAIL && env.ADMIN_PASSWORD)
      await ensureFirstAdmin(app.database.db(), env.ADMIN_EMAIL, env.ADMIN_PASSWORD);
    const metrics = serverMetrics(app);
    const server = await createServer(app, WEB_FOLDER, metrics);
    if (env.METRICS_PORT !== undefined) {
      const { METRICS_PORT: port, METRICS_HOST: host } = env;
      const opened = await openMetricsPort(metrics, { port, host, setting: "METRICS_PORT", log });
      stops.push(opened.close);
    }
    server.drain.patienceMs = env.SHUTDOWN_SECONDS * 1000;
    stops.push(async () => {
      // Work in the background comes to a point where it can be left while the last requests are answered.
      const left = worker?.stop();
      await server.close();
      await left;
    });
    for (const feature of registry.features) {
      const stop = await feature.start?.(app);
      if (stop) stops.push(stop);
    }
    await listen(server, env);
    const address = env.PUBLIC_URL ?? addressOf(server);
    print(
      `\nClientela is running at ${address}  (GraphQL: ${address}/graphql, playground: ${address}/graphiql)`,
    );
    await offerFirstAdmin(app, address);
    const drain = () => {
      server.drain.announce();
      return pause((env.DRAIN_SECONDS ?? DRAIN_SECONDS) * 1000);
    };
    stop = stopsOnce(drain, stopAll, env.SHUTDOWN_SECONDS * 1000 + STOP_MS);
    print("\nCtrl-C stops it.");
  } catch (error) {
    await stopAll();
    throw error;
  }
}

function leave(code = 130): void {
  process.exit(code);
}

function startOwnWorker({ dataDir, log }: App, url: string): WorkerProcess {
  const program = import.meta.url.endsWith(".ts") ? "./worker.ts" : "./worker.js";
  return startWorker({
    entry: new URL(program, import.meta.url),
    env: { ...process.env, DATABASE_URL: url, SERVING_DATABASE_URL: "", DATA_DIR: dataDir },
    heapMb: WORKER_HEAP_MB,
    log,
  });
}

async function listen(server: Awaited<ReturnType<typeof createServer>>, env: Env): Promise<void> {
  try {
    await server.listen({ port: env.PORT, host: env.HOST });
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    if (code === "EADDRINUSE") {
      throw new SetupError(
        `Port ${env.PORT} on ${env.HOST} is taken by another program. Set PORT to a free one.`,
      );
    }
    if (code === "EACCES" || code === "EADDRNOTAVAIL") {
      throw new SetupError(
        `Cannot listen on ${env.HOST}:${env.PORT} (${code}). Check HOST and PORT.`,
      );
    }
    throw error;
  }
}

function addressOf(server: Awaited<ReturnType<typeof createServer>>): string {
  const bound = server.addresses()[0];
  if (!bound || typeof bound === "string") throw new Error("the server has no address");
  const host = ["0.0.0.0", "::"].includes(bound.address) ? "127.0.0.1" : bound.address;
  return `http://${host.includes(":") ? `[${host}]` : host}:${bound.port}`;
}

function stopsOnce(drain: Stop, stopAll: Stop, mostMs: number): () => void {
  let stopping = false;
  const end = async () => {
    await drain();
    // Work that does not end in time is dropped; what was committed is safe.
    setTimeout(() => process.exit(1), mostMs).unref();
    await stopAll();
  };
  return () => {
    if (stopping) return;
    stopping = true;
    print("\nStopping …");
    end().then(
      () => process.exit(0),
      (error: unknown) => {
        process.stderr.write(`\n${wordsFor(error)}\n`);
        process.exit(1);
      },
    );
  };
}

// A terminal that is closed must not keep the server from ending in good order.
process.stdout.on("error", () => undefined);
process.stderr.on("error", () => undefined);

/** Says why and ends at once, without a word to the database. */
function end(error: unknown): never {
  process.stderr.write(`\n${wordsFor(error)}\n`);
  process.exit(error instanceof SetupError ? SETUP_EXIT_CODE : 1);
}

start().catch(end);
