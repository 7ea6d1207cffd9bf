import pg from "pg";
import type { TestServer } from "../../../../test/server.js";
import { until } from "../../../../test/support/until.js";
import { METRICS_LOCK, refreshMetrics } from "./refreshMetrics.js";

/** Decides when a test's server refreshes metrics, which it does each second otherwise. */
export interface HeldMetrics {
  /** Refreshes them on the day that the server's clock shows. */
  refresh(): Promise<void>;
  /** How many changes wait to be kept. */
  waiting(): Promise<number>;
  release(): Promise<void>;
}

/** Holds metrics as they are until they are refreshed or released. */
export async function holdMetrics(server: TestServer): Promise<HeldMetrics> {
  const holder = new pg.Client(server.databaseUrl);
  await holder.connect();
  const hold = () => holder.query("SELECT pg_advisory_lock($1)", [METRICS_LOCK]);
  const waiting = async () => {
    const { rows } = await holder.query<{ count: number }>(
      "SELECT count(*)::int AS count FROM metric_changes",
    );
    return rows[0]?.count ?? 0;
  };
  await hold();
  return {
    waiting,
    async refresh() {
      await holder.query("SELECT pg_advisory_unlock($1)", [METRICS_LOCK]);
      await until(() => refreshMetrics(server.app));
      await hold();
    },
    release: () => holder.end(),
  };
}
