import type { Registry } from "prom-client";
import sql from "sql-template-tag";
import type { App } from "../../platform/app.js";
import { LookedUp } from "../../platform/metrics/lookedUp.js";

/** Metrics of background jobs and backups, which all processes of a server share. */
export function operationsMetrics(app: App, registry: Registry): void {
  const db = app.database.db();
  const jobs = new LookedUp(registry, app.log, async () => {
    const rows = await db.rows<{
      queue: string;
      waiting: number;
      running: number;
      failed: number;
      age: number;
    }>(sql`
      SELECT q.name AS queue, count(*) FILTER (WHERE j.state IN ('created', 'retry'))::int AS waiting,
        count(*) FILTER (WHERE j.state = 'active')::int AS running,
        count(*) FILTER (WHERE j.state = 'failed')::int AS failed,
        coalesce(extract(epoch FROM now() - min(greatest(j.created_on, j.start_after)) FILTER (
          WHERE j.state IN ('created', 'retry') AND j.start_after <= now())), 0)::float8 AS age
      FROM unnest(${Object.keys(app.registry.jobHandlers)}::text[]) q(name)
      LEFT JOIN jobs.job j ON j.name = q.name AND j.state IN ('created', 'retry', 'active', 'failed')
      GROUP BY q.name`);
    const states = ["waiting", "running", "failed"] as const;
    return {
      depth: rows.flatMap((row) =>
        states.map((state) => ({ value: row[state], labels: { queue: row.queue, state } })),
      ),
      age: rows.map(({ queue, age }) => ({ value: age, labels: { queue } })),
    };
  });
  jobs.gauge("depth", "clientela_jobs", "Background jobs, by queue and state.", ["queue", "state"]);
  jobs.gauge("age", "clientela_job_wait_seconds", "How long the oldest due job has waited.", [
    "queue",
  ]);
  const backups = new LookedUp(registry, app.log, async () => {
    const row = await db.row<{ age: number | null; failed: boolean }>(sql`
      SELECT extract(epoch FROM now() - max(finished_at) FILTER (WHERE name IS NOT NULL))::float8 AS age,
        coalesce((array_agg(error ORDER BY started_at DESC))[1] IS NOT NULL, false) AS failed
      FROM backup_runs`);
    return {
      age: row?.age == null ? [] : [{ value: row.age }],
      failed: [{ value: row?.failed ? 1 : 0 }],
    };
  });
  backups.gauge(
    "age",
    "clientela_backup_age_seconds",
    "Seconds since the last backup was made; absent where none was.",
  );
  backups.gauge("failed", "clientela_backup_failing", "1 while the latest backup has failed.");
}
