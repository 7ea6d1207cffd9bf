import { randomInt } from "node:crypto";
import type { Logger } from "pino";
import sql from "sql-template-tag";
import { type KeptClient, keepClient } from "../database/connections/keptClient.js";
import type { Database } from "../database/database.js";
import { databaseFailure } from "../database/databaseFailure.js";

// Any number that no other program of the installation uses as the first half of an advisory lock.
const LOCK_CLASS = 1_205_911;
const MAX_HOLDERS = 2 ** 31 - 1;
const LOOK_MS = 1_000;
// By then a process that lost its connection has reconnected.
const SECONDS_MISSING = 2;
// A process records that it holds a job as soon as the queue has given it to it, unless it died in between.
const SECONDS_UNHELD = 5;
/** A holder that is no process. */
const NOBODY = 0;

/** A job that a process holds. */
export interface HeldJob {
  queue: string;
  id: string;
}

/** What happens to the jobs of dead processes. */
export interface JobHoldersOptions {
  database: Database;
  /** Whether this process runs jobs, so that it can hold some. */
  works: boolean;
  /** The queues whose jobs this process can hand over. */
  queues: readonly string[];
  /** Returns the jobs of a dead process to their queues. */
  handOver(job: HeldJob): Promise<void>;
  log: Logger;
}

/**
 * Records which process holds which job. A process that runs jobs holds an advisory lock as long as it lives: the
 * database releases it with the connection, so that others learn of a death at once, whatever caused it.
 */
export class JobHolders {
  private readonly holder = randomInt(1, MAX_HOLDERS);
  private lock: KeptClient | null = null;
  private timer: NodeJS.Timeout | undefined;
  private looking: Promise<void> = Promise.resolve();

  private constructor(private readonly options: JobHoldersOptions) {}

  /** Takes the lock of this process where it runs jobs, and starts to look for jobs of dead processes. */
  static async open(options: JobHoldersOptions): Promise<JobHolders> {
    const holders = new JobHolders(options);
    const { database, works } = options;
    if (works) {
      holders.lock = await keepClient({
        url: database.url,
        name: "clientela-worker",
        setUp: async (client) => {
          await client.query("SELECT pg_advisory_lock($1, $2)", [LOCK_CLASS, holders.holder]);
        },
      });
    }
    const again = () => {
      holders.looking = holders
        .look()
        .catch((error: unknown) => holders.failed(error))
        .finally(() => holders.timer?.refresh());
    };
    holders.timer = setTimeout(again, LOOK_MS).unref();
    // The jobs of processes that died earlier do not wait for the first second.
    again();
    return holders;
  }

  /** Records that this process holds the job. */
  async take({ queue, id }: HeldJob): Promise<void> {
    await this.options.database.db().execute(sql`
      INSERT INTO job_holders (job_id, queue, holder) VALUES (${id}::uuid, ${queue}, ${this.holder}::int)
      ON CONFLICT (job_id) DO UPDATE SET queue = excluded.queue, holder = excluded.holder, missing_since = NULL`);
  }

  /** Releases the lock of this process; if that fails now, it is found when the process ends. */
  async release({ id }: HeldJob): Promise<void> {
    await this.options.database
      .db()
      .execute(
        sql`DELETE FROM job_holders WHERE job_id = ${id}::uuid AND holder = ${this.holder}::int`,
      )
      .catch((error: unknown) => this.failed(error));
  }

  async close(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    await this.looking;
    await this.lock?.close();
  }

  private async look(): Promise<void> {
    const db = this.options.database.db();
    await db.execute(sql`
      WITH others AS (
        SELECT h.job_id, EXISTS (
          SELECT 1 FROM pg_locks l
          WHERE l.locktype = 'advisory' AND l.granted AND l.objsubid = 2
            AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())
            AND l.classid = ${LOCK_CLASS}::oid AND l.objid = h.holder::oid) AS is_there
        FROM job_holders h WHERE h.holder <> ${this.holder}::int
      )
      UPDATE job_holders h SET missing_since = CASE WHEN o.is_there THEN NULL ELSE now() END
      FROM others o WHERE o.job_id = h.job_id AND o.is_there <> (h.missing_since IS NULL)`);
    // A process of another version may have queues that this one does not know: their jobs are left to it.
    await db.execute(sql`
      INSERT INTO job_holders (job_id, queue, holder, missing_since)
      SELECT j.id, j.name, ${NOBODY}::int, now() FROM jobs.job j
      WHERE j.name = ANY(${this.options.queues}::text[]) AND j.state = 'active'
        AND j.started_on < now() - make_interval(secs => ${SECONDS_UNHELD}::int)
        AND NOT EXISTS (SELECT 1 FROM job_holders h WHERE h.job_id = j.id)
      ON CONFLICT DO NOTHING`);
    const orphans = await db.rows<HeldJob>(sql`
      DELETE FROM job_holders
      WHERE missing_since < now() - make_interval(secs => ${SECONDS_MISSING}::int)
        AND queue = ANY(${this.options.queues}::text[])
      RETURNING queue, job_id AS id`);
    for (const job of orphans) {
      this.options.log.warn({ ...job }, "a job is handed over: its process is gone");
      await this.options.handOver(job);
    }
  }

  // An unreachable database reports no deaths either; it is checked again in a second.
  private failed(error: unknown): void {
    const level = databaseFailure(error) ? "debug" : "warn";
    this.options.log[level]({ err: error }, "it could not be seen which processes are gone");
  }
}
