import { PgBoss } from "pg-boss";
import type { Logger } from "pino";
import { z } from "zod";
import type { App } from "./app.js";
import type { Database } from "./database.js";
import type { JobQueue } from "./jobQueue.js";

/** Work on one record that goes on after the request that asked for it; run again from its start after a crash. */
export type JobHandler = (app: App, recordId: string, signal: AbortSignal) => Promise<void>;

/** Handlers by queue name. */
export type JobHandlers = Readonly<Record<string, JobHandler>>;

/** The queue of this process, and how it ends. */
export interface OpenQueue extends JobQueue {
  /** Starts doing the work that is asked for. */
  work(app: App, handlers: JobHandlers): Promise<void>;
  /** Takes no more work; what is under way is told to stop and goes on elsewhere or later. */
  stop(): Promise<void>;
}

// A worker that stays silent for so long is taken for dead, and its work is given to another.
const HEARTBEAT_SECONDS = 10;
const RETRIES = 5;
const AT_ONCE = 2;
const STOP_MS = 10_000;
const DAY_SECONDS = 24 * 60 * 60;
const QUEUE = {
  policy: "stately",
  retryLimit: RETRIES,
  retryDelay: 1,
  retryBackoff: true,
  heartbeatSeconds: HEARTBEAT_SECONDS,
  expireInSeconds: DAY_SECONDS,
};
const dataSchema = z.object({ recordId: z.uuid() });

function openBoss(database: Database, log: Logger, migrate: boolean): PgBoss {
  const boss = new PgBoss({
    schema: "jobs",
    db: { executeSql: (text, values) => database.pool.query(text, values ?? []) },
    migrate,
    schedule: false,
    supervise: !migrate,
    superviseIntervalSeconds: HEARTBEAT_SECONDS,
    monitorIntervalSeconds: HEARTBEAT_SECONDS,
  });
  boss.on("error", (error) => log.warn({ err: error }, "the job queue did not answer"));
  return boss;
}

/** Makes the tables of the queues; part of bringing a database up to date. */
export async function migrateJobs(database: Database, log: Logger): Promise<void> {
  const boss = openBoss(database, log, true);
  await boss.start();
  await boss.stop({ graceful: false });
}

/** Opens the queues, for which `migrateJobs` has made the tables. */
export async function openJobs(database: Database, log: Logger): Promise<OpenQueue> {
  const boss = openBoss(database, log, false);
  await boss.start();
  const stopping = new AbortController();
  return {
    async enqueue(db, name, recordId) {
      const inside = db.manager
        ? {
            db: { executeSql: (text: string, values?: unknown[]) => db.client.query(text, values) },
          }
        : {};
      await boss.send(name, { recordId }, { singletonKey: recordId, ...inside });
    },
    async work(app, handlers) {
      for (const [name, handler] of Object.entries(handlers)) {
        await boss.createQueue(name, QUEUE);
        const options = { pollingIntervalSeconds: 0.5, localConcurrency: AT_ONCE };
        await boss.work(name, options, async ([job]) => {
          if (!job) return;
          const { recordId } = dataSchema.parse(job.data);
          const signal = AbortSignal.any([stopping.signal, job.signal]);
          try {
            await handler(app, recordId, signal);
          } catch (error) {
            // The queue tries again; what keeps failing has to be seen.
            if (!signal.aborted)
              log.error({ err: error, queue: name, recordId }, "background work failed");
            throw error;
          }
        });
      }
    },
    async stop() {
      stopping.abort();
      await boss.stop({ graceful: true, timeout: STOP_MS });
    },
  };
}
