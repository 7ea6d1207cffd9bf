import { setTimeout as pause } from "node:timers/promises";
import { type Job, PgBoss } from "pg-boss";
import type { Logger } from "pino";
import { z } from "zod";
import type { App } from "../app.js";
import type { Database } from "../database/database.js";
import { databaseFailure } from "../database/databaseFailure.js";
import type { Db } from "../database/db.js";
import { listenTo } from "../database/listener.js";
import { type HeldJob, JobHolders } from "./jobHolders.js";
import type { JobQueue } from "./jobQueue.js";

/** A background job for one record. */
export interface JobHandler {
  /** How many of its jobs a process runs at once, where it is not `JOBS_AT_ONCE`. */
  readonly atOnce?: number;
  /** Runs the job. It must be idempotent: it can run again after a crash, and sometimes twice at once. */
  run(app: App, recordId: string, signal: AbortSignal): Promise<void>;
  /** Marks the record as failed, once the job is not retried any more. */
  giveUp(app: App, recordId: string): Promise<void>;
  /**
   * Makes a record that `giveUp` has marked as failed ready to be worked on again, at a person's request; returns false
   * where it cannot be. Absent for jobs that are begun anew in another way.
   */
  prepareRetry?(db: Db, recordId: string): Promise<boolean>;
  /** The progress of the job, as a text that changes whenever it has progressed; for jobs that resume. */
  progress?(db: Db, recordId: string): Promise<string | null>;
}

/** Handlers by queue name. */
export type JobHandlers = Readonly<Record<string, JobHandler>>;

/** The queues of this process, and how they shut down. */
export interface OpenQueue extends JobQueue {
  /** Starts processing jobs. */
  work(app: App): Promise<void>;
  /** Accepts no more jobs; running ones are asked to stop, and continue elsewhere or later. */
  stop(): Promise<void>;
}

/** The number of jobs of one queue that a process runs at once. */
const JOBS_AT_ONCE = 2;
// A worker that is silent for this long is presumed dead, and its job is given to another: longer than
// it takes to replace connections that died without an error, since this counts as an attempt.
const HEARTBEAT_SECONDS = 30;
const SUPERVISE_SECONDS = 10;
// No notification is sent for a job that is due later, as after a failure.
const POLL_SECONDS = 1;
const RETRIES = 5;
const STOP_MS = 10_000;
const DAY_SECONDS = 24 * 60 * 60;
const QUEUE = {
  // At most one job per record is queued, besides one that is running.
  policy: "short",
  retryLimit: RETRIES,
  retryDelay: 1,
  retryBackoff: true,
  heartbeatSeconds: HEARTBEAT_SECONDS,
  expireInSeconds: DAY_SECONDS,
  notify: true,
};
/** How many processes may die one after the other while holding a job without progress before it is considered the cause. */
const MAX_DEATHS = 20;
const dataSchema = z.object({
  recordId: z.uuid(),
  deaths: z.int().min(0).default(0),
  /** Its progress at the last death. */
  progress: z.string().nullish(),
});

const givenUp = (queue: string) => `${queue}-given-up`;

/** The role of a process towards the queues: it creates their tables, only enqueues jobs, or runs them. */
type Part = "migrates" | "asks" | "works";

function openBoss(database: Database, log: Logger, part: Part): PgBoss {
  const boss = new PgBoss({
    schema: "jobs",
    db: {
      executeSql: (text, values) => database.queuePool.query(text, values ?? []),
      listen: (channel, onNotification, onConnect) =>
        listenTo(database.url, channel, { onNotification, onConnect }),
    },
    // Jobs start at once; polling finds those whose notification was lost.
    useListenNotify: part === "works",
    migrate: part === "migrates",
    schedule: false,
    supervise: part === "works",
    superviseIntervalSeconds: SUPERVISE_SECONDS,
    monitorIntervalSeconds: SUPERVISE_SECONDS,
  });
  boss.on("error", (error) => log.warn({ err: error }, "the job queue did not answer"));
  return boss;
}

/** Creates the tables of the queues; part of migrating a database. */
export async function migrateJobs(database: Database, log: Logger): Promise<void> {
  const boss = openBoss(database, log, "migrates");
  await boss.start();
  await boss.stop({ graceful: false });
}

// An outage costs no retry: the job continues as soon as the database is back.
async function throughOutages(work: () => Promise<void>, signal: AbortSignal): Promise<void> {
  for (;;) {
    try {
      return await work();
    } catch (error) {
      const failure = databaseFailure(error);
      if (signal.aborted || !failure?.isOutage) throw error;
      await pause(failure.retryAfterSeconds * 1000, undefined, { signal });
    }
  }
}

/** Opens a queue for each handler; `migrateJobs` has created their tables. */
export async function openJobs(
  database: Database,
  log: Logger,
  handlers: JobHandlers,
  part: "asks" | "works",
): Promise<OpenQueue> {
  const boss = openBoss(database, log, part);
  await boss.start();
  for (const name of Object.keys(handlers)) {
    await boss.createQueue(givenUp(name), { policy: "standard", retryLimit: RETRIES });
    await boss.createQueue(name, { ...QUEUE, deadLetter: givenUp(name) });
  }
  const holders = await JobHolders.open({
    database,
    works: part === "works",
    queues: Object.keys(handlers),
    handOver,
    log,
  });
  const stopping = new AbortController();
  const ask = (name: string, recordId: string, inside = {}) =>
    boss.send(name, { recordId }, { singletonKey: recordId, ...inside });

  // The death of a process is no failure of its jobs: it costs no retry and causes no delay.
  async function handOver({ queue, id }: HeldJob): Promise<void> {
    const job = await boss.getJobById<unknown>(queue, id);
    if (job?.state !== "active") return;
    const data = dataSchema.safeParse(job.data);
    if (data.success) {
      const { recordId } = data.data;
      const progress = (await handlers[queue]?.progress?.(database.db(), recordId)) ?? undefined;
      const deaths = progress === (data.data.progress ?? undefined) ? data.data.deaths : 0;
      if (deaths >= MAX_DEATHS) await boss.send(givenUp(queue), { recordId });
      else {
        const next = { recordId, deaths: deaths + 1, progress };
        await boss.send(queue, next, { singletonKey: recordId });
      }
    }
    // If this process dies here, the job is handed over once more, which changes nothing.
    await boss.complete(queue, id);
  }

  // Anyone with write access to the queue's table can insert anything; it is not retried.
  function recordOf(name: string, job: Job<unknown>): string | null {
    const data = dataSchema.safeParse(job.data);
    if (data.success) return data.data.recordId;
    log.error({ queue: name, jobId: job.id }, "a job that names no record was refused");
    return null;
  }

  async function attend(app: App, name: string, handler: JobHandler) {
    const options = {
      pollingIntervalSeconds: 0.5,
      notifyPollingIntervalSeconds: POLL_SECONDS,
      localConcurrency: handler.atOnce ?? JOBS_AT_ONCE,
    };
    await boss.work(name, options, async ([job]) => {
      const recordId = job && recordOf(name, job);
      if (!recordId) return;
      const held = { queue: name, id: job.id };
      const signal = AbortSignal.any([stopping.signal, job.signal]);
      try {
        await throughOutages(async () => {
          await holders.take(held);
          await handler.run(app, recordId, signal);
        }, signal);
      } catch (error) {
        if (stopping.signal.aborted) {
          // Stopped in an orderly way, which is no failure: another process, or this one later, continues.
          await ask(name, recordId);
          return;
        }
        // The queue retries it; repeated failures have to be visible.
        if (!signal.aborted)
          log.error({ err: error, queue: name, recordId }, "background work failed");
        throw error;
      } finally {
        await holders.release(held);
      }
    });
    await boss.work(givenUp(name), { pollingIntervalSeconds: 2 }, async ([job]) => {
      const recordId = job && recordOf(givenUp(name), job);
      if (!recordId) return;
      log.error({ queue: name, recordId }, "background work is given up");
      await handler.giveUp(app, recordId);
    });
  }

  return {
    async enqueue(db, name, recordId) {
      const inside = db.isInTransaction
        ? {
            db: { executeSql: (text: string, values?: unknown[]) => db.client.query(text, values) },
          }
        : {};
      await ask(name, recordId, inside);
    },
    async work(app) {
      for (const [name, handler] of Object.entries(handlers)) await attend(app, name, handler);
    },
    async stop() {
      stopping.abort();
      await boss.stop({ graceful: true, timeout: STOP_MS });
      await holders.close();
    },
  };
}
