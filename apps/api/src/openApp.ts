import { resolve } from "node:path";
import { type Env, singleSignOnOf, trustedProxiesOf } from "./env.js";
import type { App } from "./platform/app.js";
import { poolSizes } from "./platform/database/connections/connectionBudget.js";
import { type DatabaseOptions, openDatabase } from "./platform/database/database.js";
import { Events } from "./platform/database/events.js";
import { openStorage } from "./platform/files/openStorage.js";
import { Installation } from "./platform/installation/installation.js";
import { type OpenQueue, openJobs } from "./platform/jobs/jobs.js";
import { Performance } from "./platform/performance/performance.js";
import type { Registry } from "./platform/registry.js";
import { ResponseMeters } from "./platform/request/responseMeters.js";

const MEGABYTE = 1024 * 1024;
const SOCKET_INIT_MS = 5_000;
const SOCKET_RECHECK_MS = 20_000;

/** Ends something that was opened. */
export type Stop = () => Promise<void>;

/** An App and the queues of its process. */
export interface OpenedApp {
  app: App;
  jobs: OpenQueue;
}

/** What is set once for all processes of a server. */
export interface AppSettings
  extends Pick<
    App,
    | "dataDir"
    | "organisation"
    | "publicUrl"
    | "trustedProxies"
    | "secretKey"
    | "webhookNetworks"
    | "singleSignOn"
    | "limits"
    | "backups"
  > {
  /** The bucket that keeps the files; a folder in the data folder where it is not set. */
  storageUrl: string | undefined;
  /** The installation whose unknown files may be removed although the database looks foreign. */
  confirmSweep: string | undefined;
  /** Whether requests are made cheap by what is in `platform/performance`. */
  isOptimized: boolean;
  /** The most connections that all processes of the server have together. */
  connections: number;
}

/** What a process does about background work, and how it uses the database. */
export interface AppOptions extends Omit<DatabaseOptions, "entities" | "serves" | "sizes"> {
  registry: Registry;
  /** Whether it serves requests and leaves background work to another process, does that work, or both. */
  part: "asks" | "works" | "both";
  /** The time; the system's unless a test brings its own. */
  clock?: () => Date;
}

/** The settings that the environment gives. */
export const settingsOf = (env: Env): AppSettings => ({
  dataDir: resolve(env.DATA_DIR),
  organisation: { timeZone: env.ORGANISATION_TIME_ZONE, currency: env.ORGANISATION_CURRENCY },
  publicUrl: env.PUBLIC_URL,
  trustedProxies: trustedProxiesOf(env),
  secretKey: env.SECRET_KEY,
  webhookNetworks: env.WEBHOOK_NETWORKS,
  singleSignOn: singleSignOnOf(env),
  storageUrl: env.STORAGE_URL,
  confirmSweep: env.CONFIRM_SWEEP,
  isOptimized: env.PERFORMANCE === "on",
  connections: env.DATABASE_CONNECTIONS,
  backups:
    env.BACKUP_TARGET !== undefined && env.BACKUP_EVERY_HOURS > 0
      ? {
          to: env.BACKUP_TARGET,
          passphrase: env.BACKUP_PASSPHRASE,
          keep: env.BACKUP_KEEP,
          everyHours: env.BACKUP_EVERY_HOURS,
        }
      : null,
  limits: {
    queryCost: env.QUERY_COST_LIMIT,
    concurrentCost: env.CONCURRENT_COST_LIMIT,
    responseBytes: env.ANSWER_SIZE_LIMIT_MB * MEGABYTE,
    responseMemoryBytes: env.ANSWER_MEMORY_LIMIT_MB * MEGABYTE,
    socketsPerCaller: env.SOCKETS_PER_CALLER,
    socketInitMs: SOCKET_INIT_MS,
    socketRecheckMs: SOCKET_RECHECK_MS,
    requestsPerMinute: env.REQUESTS_PER_MINUTE,
    fileBytes: env.FILE_SIZE_LIMIT_MB * MEGABYTE,
    customerFilesBytes: env.CUSTOMER_FILES_LIMIT_MB * MEGABYTE,
    importFileBytes: env.IMPORT_SIZE_LIMIT_MB * MEGABYTE,
    waitingSheetsBytes: env.WAITING_IMPORTS_LIMIT_MB * MEGABYTE,
    allWaitingSheetsBytes: env.ALL_WAITING_IMPORTS_LIMIT_MB * MEGABYTE,
    importRows: env.IMPORT_ROW_LIMIT,
    importChunkRows: env.IMPORT_CHUNK_ROWS,
  },
});

/** Opens what lives as long as a process of the server; what has to be ended is added to `stops`. */
export async function openApp(
  settings: AppSettings,
  options: AppOptions,
  stops: Stop[],
): Promise<OpenedApp> {
  const { storageUrl, confirmSweep, connections, isOptimized, ...rest } = settings;
  const { registry, part, clock = () => new Date(), ...connection } = options;
  const { log } = options;
  const database = await openDatabase({
    ...connection,
    entities: registry.entities,
    serves: true,
    sizes: poolSizes(connections, part === "works" ? "working" : "serving"),
  });
  stops.push(database.close);
  const jobs = await openJobs(
    database,
    log,
    registry.jobHandlers,
    part === "asks" ? part : "works",
  );
  stops.push(jobs.stop);
  const events = await Events.open(database, log);
  stops.push(() => events.close());
  const storage = await openStorage(storageUrl, rest.dataDir);
  const app: App = {
    ...rest,
    registry,
    database,
    responseMeters: new ResponseMeters(rest.limits),
    performance: isOptimized ? new Performance(database) : null,
    log,
    storage,
    installation: new Installation({
      database,
      storage,
      kinds: registry.storedKinds,
      log,
      confirmed: confirmSweep,
    }),
    jobs,
    events,
    clock,
  };
  return { app, jobs };
}
