import sql, { empty, join, type Sql } from "sql-template-tag";
import type { App } from "../../app.js";
import { databaseFailure } from "../../database/databaseFailure.js";
import type { Db } from "../../database/db.js";
import type { ReadContext } from "../../readContext.js";
import { systemContext } from "../../request/systemContext.js";
import type { MetricGroup } from "./keptMetric.js";

/** An advisory lock: any number that nothing else of the installation uses. */
export const METRICS_LOCK = 7_205_911;
const EVERY_MS = 1_000;
// So many at once that a statement takes a fraction of a second.
const AT_ONCE = 10_000;

/** Puts the records whose numbers differ between the day that is kept and today with those that changed. */
async function moveToToday(db: Db, groups: readonly MetricGroup[], today: string): Promise<void> {
  const [kept] = await db.rows<{ day: string }>(
    sql`SELECT day::text AS day FROM metrics_day FOR UPDATE`,
  );
  if (!kept || kept.day === today) return;
  const [from, to] = [kept.day, today].sort().map((day) => sql`${day}::date`) as [Sql, Sql];
  const changing = groups.flatMap(({ name, changingBetween }) =>
    changingBetween
      ? [sql`SELECT ${name} AS metric, d.id FROM (${changingBetween(from, to)}) d`]
      : [],
  );
  if (changing.length > 0)
    await db.execute(
      sql`INSERT INTO metric_changes (metric, record_id) ${join(changing, " UNION ")}`,
    );
  await db.execute(sql`UPDATE metrics_day SET day = ${today}::date`);
}

/** Keeps some metrics of a group anew for some of the records that changed; selects how many changes there were. */
export function keepAnew(
  { name, of }: MetricGroup,
  names: readonly string[],
  reading: ReadContext,
): Sql {
  // What every record has is never gone. NOT IN is always looked up by hash: the planner takes what changed for a few
  // records, and would compare each with each.
  const gone =
    names.length === 0
      ? empty
      : sql`, gone AS (
      DELETE FROM kept_metrics m USING changed c
      WHERE m.metric = ANY(${[...names]}::text[]) AND m.record_id = c.id
        AND (m.record_id, m.metric, m.currency) NOT IN (SELECT f.id, f.metric, f.currency FROM fresh f)
    )`;
  // A value that stays is not even locked: of a customer's many, a write mostly changes one or two.
  // One statement sees one moment: who writes meanwhile leaves a change that is not seen, and stays.
  return sql`
    WITH seen AS (
      DELETE FROM metric_changes WHERE ctid = ANY(ARRAY(
        SELECT c.ctid FROM metric_changes c WHERE c.metric = ${name} LIMIT ${AT_ONCE}))
      RETURNING record_id
    ), changed AS (
      SELECT DISTINCT record_id AS id FROM seen
    ), fresh AS (
      SELECT c.id, v.metric, v.currency, v.value FROM changed c CROSS JOIN LATERAL (${of(sql`c.id`, reading)}) v
    )${gone}, kept AS (
      INSERT INTO kept_metrics AS m (metric, record_id, currency, value)
      SELECT f.metric, f.id, f.currency, f.value FROM fresh f
      LEFT JOIN kept_metrics k ON k.metric = f.metric AND k.record_id = f.id AND k.currency = f.currency
      WHERE k.value IS DISTINCT FROM f.value
      ON CONFLICT (metric, record_id, currency) DO UPDATE SET value = excluded.value
    )
    SELECT count(*)::int AS count FROM seen`;
}

/**
 * Keeps the metrics of all records that changed, and those that the day changed. Only one process does so at a time:
 * answers false where another one does.
 */
export async function refreshMetrics(app: App): Promise<boolean> {
  const groups = Map.groupBy(app.registry.keptMetrics.values(), ({ group }) => group);
  const reading = systemContext(app);
  const inTurn = (work: (db: Db) => Promise<number>) =>
    app.database.db().transaction(async (db) => {
      const [lock] = await db.rows<{ taken: boolean }>(
        sql`SELECT pg_try_advisory_xact_lock(${METRICS_LOCK}::bigint) AS taken`,
      );
      return lock?.taken ? work(db) : null;
    });
  const moved = await inTurn(async (db) => {
    await moveToToday(db, [...groups.keys()], reading.today);
    return 0;
  });
  if (moved === null) return false;
  for (const [group, metrics] of groups) {
    const names = metrics.flatMap(({ name, isComplete }) => (isComplete ? [] : [name]));
    for (;;) {
      const count = await inTurn(async (db) => {
        // A plan made while little was kept would read all that is kept later, once for each record.
        const done = await db.row<{ count: number }>(keepAnew(group, names, reading), "custom");
        return done?.count ?? 0;
      });
      if (count === null) return false;
      if (count < AT_ONCE) break;
    }
  }
  return true;
}

async function isDue(app: App): Promise<boolean> {
  const { today } = systemContext(app);
  const row = await app.database.db().row(sql`
    SELECT 1 WHERE EXISTS (SELECT 1 FROM metric_changes) OR EXISTS (SELECT 1 FROM metrics_day WHERE day <> ${today}::date)`);
  return row !== null;
}

/** Keeps metrics up to date, looking each second, until the returned function is called. */
export async function startRefreshing(app: App): Promise<() => Promise<void>> {
  let working = Promise.resolve();
  const look = async () => {
    if (await isDue(app)) await refreshMetrics(app);
  };
  const timer = setTimeout(() => {
    working = look()
      .catch((error: unknown) => {
        const level = databaseFailure(error) ? "debug" : "warn";
        app.log[level]({ err: error }, "metrics of lists could not be refreshed");
      })
      .finally(() => timer.refresh());
  }, EVERY_MS).unref();
  return async () => {
    clearTimeout(timer);
    await working;
    clearTimeout(timer);
  };
}
