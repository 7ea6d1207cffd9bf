import sql from "sql-template-tag";
import type { App } from "../../platform/app.js";
import type { Context } from "../../platform/context.js";
import { Invalid, NotFound } from "../../platform/errors.js";
import { parseId } from "../../platform/graph/parseInput.js";
import type { FailedJob, JobQueueStatus } from "./operations.type.js";

/** How many failed jobs are listed at the most. */
export const MAX_FAILED_JOBS = 100;
/** How many queues there are at the most. */
export const MAX_QUEUES = 50;

const queuesOf = ({ registry }: App): string[] => Object.keys(registry.jobHandlers);

/** The queues, with what waits in them. */
export const jobQueues = ({ db, app }: Context): Promise<JobQueueStatus[]> =>
  db.rows<JobQueueStatus>(sql`
    SELECT q.name, count(*) FILTER (WHERE j.state IN ('created', 'retry'))::int AS waiting,
      count(*) FILTER (WHERE j.state = 'active')::int AS running,
      min(greatest(j.created_on, j.start_after)) FILTER (
        WHERE j.state IN ('created', 'retry') AND j.start_after <= now()) AS "waitingSince"
    FROM unnest(${queuesOf(app)}::text[]) q(name)
    LEFT JOIN jobs.job j ON j.name = q.name AND j.state IN ('created', 'retry', 'active')
    GROUP BY q.name ORDER BY q.name`);

/** Jobs that failed: those that are given up, and those that are tried again. */
export async function failedJobs(context: Context, id: string | null = null): Promise<FailedJob[]> {
  const { db, app } = context;
  const jobs = await db.rows<Omit<FailedJob, "canRetry">>(sql`
    SELECT j.id AS "jobId", j.name AS queue, j.data->>'recordId' AS "recordId", j.output->>'message' AS reason,
      j.retry_count + CASE j.state WHEN 'failed' THEN 1 ELSE 0 END AS tries,
      coalesce(j.completed_on, j.started_on, j.created_on) AS "failedAt",
      CASE j.state WHEN 'retry' THEN j.start_after END AS "retriesAt"
    FROM jobs.job j
    WHERE j.name = ANY(${queuesOf(app)}::text[]) AND j.state IN ('failed', 'retry') AND j.output IS NOT NULL
      AND j.data->>'recordId' IS NOT NULL AND (${id}::uuid IS NULL OR j.id = ${id}::uuid)
    ORDER BY "failedAt" DESC LIMIT ${MAX_FAILED_JOBS}`);
  return jobs.map((job) => ({
    ...job,
    canRetry:
      job.retriesAt !== null || app.registry.jobHandlers[job.queue]?.prepareRetry !== undefined,
  }));
}

/** Tries a failed job again now. Throws NotFound, and Invalid where its record cannot be worked on again. */
export async function retryJob(context: Context, given: string): Promise<void> {
  const { db, app } = context;
  const { jobId, queue, recordId, retriesAt } = await failedJob(context, given);
  if (retriesAt !== null) {
    await db.execute(sql`
      UPDATE jobs.job SET start_after = now() WHERE id = ${jobId}::uuid AND name = ${queue} AND state = 'retry'`);
    return;
  }
  const prepared = await app.registry.jobHandlers[queue]?.prepareRetry?.(db, recordId);
  if (!prepared) throw new Invalid([{ path: "jobId", code: "job_cannot_be_retried" }]);
  await removeFailed(context, jobId, queue);
  await app.jobs.enqueue(db, queue, recordId);
}

/** Removes a failed job from the list; what it was for stays as it is. Throws NotFound. */
export async function discardJob(context: Context, given: string): Promise<void> {
  const { jobId, queue, retriesAt } = await failedJob(context, given);
  // Its record would wait for it for ever.
  if (retriesAt !== null) throw new Invalid([{ path: "jobId", code: "job_is_retried" }]);
  await removeFailed(context, jobId, queue);
}

async function failedJob(context: Context, given: string): Promise<FailedJob> {
  const id = parseId(given, "jobId");
  const [job] = await failedJobs(context, id);
  if (!job) throw new NotFound("FailedJob", id);
  return job;
}

async function removeFailed({ db }: Context, jobId: string, queue: string): Promise<void> {
  await db.execute(
    sql`DELETE FROM jobs.job WHERE id = ${jobId}::uuid AND name = ${queue} AND state = 'failed'`,
  );
}
