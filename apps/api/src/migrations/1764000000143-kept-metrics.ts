import type { MigrationInterface, QueryRunner } from "typeorm";

/** Tables, and the metrics of customers that depend on each. */
const SOURCES = {
  projects: ["ACTIVE_PROJECTS"],
  time_entries: ["HOURS"],
  tasks: ["OVERDUE_TASKS"],
  orders: ["OPEN_ORDERS"],
  invoices: ["OUTSTANDING", "OVERDUE"],
};

const EVENTS = {
  insert: "AFTER INSERT ON {table} REFERENCING NEW TABLE AS rows_now",
  update: "AFTER UPDATE ON {table} REFERENCING OLD TABLE AS rows_before NEW TABLE AS rows_now",
  delete: "AFTER DELETE ON {table} REFERENCING OLD TABLE AS rows_before",
};

const triggersOf = (table: string, run: string) =>
  Object.entries(EVENTS).map(
    ([event, on]) => `
      CREATE TRIGGER ${table}_metrics_${event} ${on.replace("{table}", table)}
        FOR EACH STATEMENT EXECUTE FUNCTION ${run};`,
  );

/** Metrics of customers that are kept, so that a list is sorted and filtered by them without adding up. */
export class KeptMetrics1764000000143 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE kept_metrics (
        metric text COLLATE "C" NOT NULL,
        record_id uuid NOT NULL,
        currency text COLLATE "C" NOT NULL,
        value numeric NOT NULL,
        PRIMARY KEY (metric, record_id, currency)
      );
      CREATE INDEX kept_metrics_value_idx ON kept_metrics (metric, currency, value, record_id);

      -- Written by each write that may change a metric, and by nothing but INSERT, so that writes never wait for one another.
      CREATE TABLE metric_changes (
        metric text COLLATE "C" NOT NULL,
        record_id uuid NOT NULL
      );
      CREATE INDEX metric_changes_idx ON metric_changes (metric, record_id);
      ALTER TABLE metric_changes SET (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 10000,
        autovacuum_vacuum_insert_scale_factor = 0, autovacuum_vacuum_insert_threshold = 10000);

      -- The day for which metrics are kept that depend on it.
      CREATE TABLE metrics_day (day date NOT NULL, is_only boolean PRIMARY KEY DEFAULT true CHECK (is_only));
      INSERT INTO metrics_day (day) VALUES (current_date);

      -- The customers of the rows that a statement wrote, for the metrics that are its arguments.
      CREATE FUNCTION note_metric_changes() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'INSERT' THEN
          INSERT INTO metric_changes (metric, record_id)
          SELECT m, c.customer_id FROM (SELECT DISTINCT customer_id FROM rows_now WHERE customer_id IS NOT NULL) c, unnest(TG_ARGV) m;
        ELSIF TG_OP = 'UPDATE' THEN
          INSERT INTO metric_changes (metric, record_id)
          SELECT m, c.customer_id FROM (
            SELECT customer_id FROM rows_now WHERE customer_id IS NOT NULL
            UNION SELECT customer_id FROM rows_before WHERE customer_id IS NOT NULL) c, unnest(TG_ARGV) m;
        ELSE
          INSERT INTO metric_changes (metric, record_id)
          SELECT m, c.customer_id FROM (SELECT DISTINCT customer_id FROM rows_before WHERE customer_id IS NOT NULL) c, unnest(TG_ARGV) m;
        END IF;
        RETURN NULL;
      END $$;

      -- The same of what counts as activity.
      CREATE FUNCTION note_last_activity() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP <> 'DELETE' THEN
          INSERT INTO metric_changes (metric, record_id)
          SELECT DISTINCT 'LAST_ACTIVITY', customer_id FROM rows_now
          WHERE customer_id IS NOT NULL AND record_type IN ('Customer', 'Address', 'Contact');
        END IF;
        IF TG_OP <> 'INSERT' THEN
          INSERT INTO metric_changes (metric, record_id)
          SELECT DISTINCT 'LAST_ACTIVITY', customer_id FROM rows_before
          WHERE customer_id IS NOT NULL AND record_type IN ('Customer', 'Address', 'Contact');
        END IF;
        RETURN NULL;
      END $$;

      -- Each customer has a last activity, be it none.
      CREATE FUNCTION note_new_customers() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        INSERT INTO metric_changes (metric, record_id) SELECT 'LAST_ACTIVITY', id FROM rows_now;
        RETURN NULL;
      END $$;
      CREATE TRIGGER customers_metrics_insert AFTER INSERT ON customers REFERENCING NEW TABLE AS rows_now
        FOR EACH STATEMENT EXECUTE FUNCTION note_new_customers();
      ${triggersOf("activity", "note_last_activity()").join("")}
      ${Object.entries(SOURCES)
        .flatMap(([table, metrics]) =>
          triggersOf(table, `note_metric_changes('${metrics.join("', '")}')`),
        )
        .join("")}

      INSERT INTO metric_changes (metric, record_id) SELECT 'LAST_ACTIVITY', id FROM customers;
      ${Object.entries(SOURCES)
        .map(
          ([table, metrics]) => `
      INSERT INTO metric_changes (metric, record_id)
        SELECT m, c.customer_id FROM (SELECT DISTINCT customer_id FROM ${table} WHERE customer_id IS NOT NULL) c,
          unnest(ARRAY['${metrics.join("', '")}']) m;`,
        )
        .join("")}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ["activity", ...Object.keys(SOURCES)])
      for (const event of Object.keys(EVENTS))
        await runner.query(`DROP TRIGGER ${table}_metrics_${event} ON ${table}`);
    await runner.query(`
      DROP TRIGGER customers_metrics_insert ON customers;
      DROP FUNCTION note_metric_changes();
      DROP FUNCTION note_last_activity();
      DROP FUNCTION note_new_customers();
      DROP TABLE kept_metrics, metric_changes, metrics_day`);
  }
}
