import type { Registry } from "prom-client";
import sql from "sql-template-tag";
import type { App } from "../../platform/app.js";
import { LookedUp } from "../../platform/metrics/lookedUp.js";

/** Metrics of what webhooks have not delivered yet. */
export function webhookMetrics(app: App, registry: Registry): void {
  const db = app.database.db();
  const backlog = new LookedUp(registry, app.log, async () => {
    const row = await db.row<{ pending: number; lag: number }>(sql`
      SELECT count(*)::float8 AS pending,
        coalesce(extract(epoch FROM now() - min(d.created_at)), 0)::float8 AS lag
      FROM webhook_deliveries d JOIN webhooks w ON w.id = d.webhook_id
      WHERE d.status = 'PENDING' AND w.disabled_at IS NULL`);
    return { pending: [{ value: row?.pending ?? 0 }], lag: [{ value: row?.lag ?? 0 }] };
  });
  backlog.gauge("pending", "clientela_webhook_pending_events", "Events that wait for delivery.");
  backlog.gauge("lag", "clientela_webhook_lag_seconds", "Age of the oldest of these events.");
}
