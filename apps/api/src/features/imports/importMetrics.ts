import type { Registry } from "prom-client";
import sql from "sql-template-tag";
import type { App } from "../../platform/app.js";
import { LookedUp } from "../../platform/metrics/lookedUp.js";

/** Metrics of the imports that are worked on, all together. */
export function importMetrics(app: App, registry: Registry): void {
  const db = app.database.db();
  const running = new LookedUp(registry, app.log, async () => {
    const row = await db.row<{ imports: number; done: number; total: number }>(sql`
      SELECT count(*)::float8 AS imports, coalesce(sum(done), 0)::float8 AS done,
        coalesce(sum(total), 0)::float8 AS total
      FROM imports WHERE status IN ('READING', 'CHECKING', 'RUNNING', 'UNDOING')`);
    return {
      imports: [{ value: row?.imports ?? 0 }],
      done: [{ value: row?.done ?? 0 }],
      total: [{ value: row?.total ?? 0 }],
    };
  });
  running.gauge("imports", "clientela_imports_running", "Imports that are worked on.");
  running.gauge(
    "done",
    "clientela_import_rows_done",
    "Rows done of these imports, in their phase.",
  );
  running.gauge("total", "clientela_import_rows", "Rows of these imports, in their phase.");
}
