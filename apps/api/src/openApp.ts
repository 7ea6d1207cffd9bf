import { resolve } from "node:path";
import { type Env, singleSignOnOf, trustedProxiesOf } from "./env.js";
import { entities, jobHandlers, storedKinds } from "./features.js";
import type { App, Limits } from "./platform/app.js";
import { poolSizes } from "./platform/database/connections/connectionBudget.js";
import { type DatabaseOptions, openDatabase } from "./platform/database/database.js";
import { Events } from "./platform/database/events.js";
import { openStorage } from "./platform/files/openStorage.js";
import { Installation } from "./platform/installation/installation.js";
import { type OpenQueue, openJobs } from "./platform/jobs/jobs.js";
import { Answers } from "./platform/request/answers.js";
import { CrossRequestLoader } from "./platform/request/crossRequestLoader.js";

const MEGABYTE = 1024 * 1024;

/** Ends something that was opened. */
export type Stop = () => Promise<void>;

/** An App and the queues of its process. */
export interface OpenedApp {
  app: App;
  jobs: OpenQueue;
}

/** What a process does about background work, and how it uses the database. */
export interface AppOptions extends Omit<DatabaseOptions, "entities" | "serves" | "sizes"> {
  part: "asks" | "works";
}

/** Opens what lives as long as a process of the server; what has to be ended is added to `stops`. */
export async function openApp(env: Env, options: AppOptions, stops: Stop[]): Promise<OpenedApp> {
  const { part, ...connection } = options;
  const { log } = options;
  const dataDir = resolve(env.DATA_DIR);
  const database = await openDatabase({
    ...connection,
    entities,
    serves: true,
    sizes: poolSizes(env.DATABASE_CONNECTIONS, part === "asks" ? "serving" : "working"),
  });
  stops.push(database.close);
  const jobs = await openJobs(database, log, jobHandlers, part);
  stops.push(jobs.stop);
  const events = await Events.open(database, log);
  stops.push(() => events.close());
  const storage = await openStorage(env.STORAGE_URL, dataDir);
  const limits: Limits = {
    queryCost: env.QUERY_COST_LIMIT,
    concurrentCost: env.CONCURRENT_COST_LIMIT,
    answerBytes: env.ANSWER_SIZE_LIMIT_MB * MEGABYTE,
    answerMemoryBytes: env.ANSWER_MEMORY_LIMIT_MB * MEGABYTE,
    socketsPerCaller: env.SOCKETS_PER_CALLER,
    requestsPerMinute: env.REQUESTS_PER_MINUTE,
    fileBytes: env.FILE_SIZE_LIMIT_MB * MEGABYTE,
    customerFilesBytes: env.CUSTOMER_FILES_LIMIT_MB * MEGABYTE,
    importFileBytes: env.IMPORT_SIZE_LIMIT_MB * MEGABYTE,
    importRows: env.IMPORT_ROW_LIMIT,
    importChunkRows: env.IMPORT_CHUNK_ROWS,
  };
  const app: App = {
    database,
    answers: new Answers(limits),
    crossRequestLoader: new CrossRequestLoader(database),
    dataDir,
    log,
    organisation: { timeZone: env.ORGANISATION_TIME_ZONE, currency: env.ORGANISATION_CURRENCY },
    publicUrl: env.PUBLIC_URL,
    trustedProxies: trustedProxiesOf(env),
    secretKey: env.SECRET_KEY,
    webhookNetworks: env.WEBHOOK_NETWORKS,
    singleSignOn: singleSignOnOf(env),
    storage,
    installation: new Installation({
      database,
      storage,
      kinds: storedKinds,
      log,
      confirmed: env.CONFIRM_SWEEP,
    }),
    limits,
    jobs,
    events,
    clock: () => new Date(),
  };
  return { app, jobs };
}
