import type { MigrationInterface, QueryRunner } from "typeorm";

const EVENTS = {
  insert: "AFTER INSERT ON invoices REFERENCING NEW TABLE AS rows_now",
  update: "AFTER UPDATE ON invoices REFERENCING OLD TABLE AS rows_before NEW TABLE AS rows_now",
  delete: "AFTER DELETE ON invoices REFERENCING OLD TABLE AS rows_before",
};

async function markBy(runner: QueryRunner, groups: readonly string[]): Promise<void> {
  const names = groups.map((group) => `'${group}'`).join(", ");
  for (const [event, on] of Object.entries(EVENTS))
    await runner.query(`
      DROP TRIGGER invoices_metrics_${event} ON invoices;
      CREATE TRIGGER invoices_metrics_${event} ${on}
        FOR EACH STATEMENT EXECUTE FUNCTION note_metric_changes(${names})`);
  await runner.query(`
    DELETE FROM metric_changes WHERE metric IN ('OUTSTANDING', 'OVERDUE', 'OPEN_INVOICES');
    INSERT INTO metric_changes (metric, record_id)
      SELECT m, c.customer_id FROM (SELECT DISTINCT customer_id FROM invoices WHERE customer_id IS NOT NULL) c,
        unnest(ARRAY[${names}]) m`);
}

/** All metrics of open invoices depend on the same rows: one mark for each customer instead of one for each metric. */
export class OpenInvoiceMetrics1764000000155 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await markBy(runner, ["OPEN_INVOICES"]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await markBy(runner, ["OUTSTANDING", "OVERDUE"]);
    await runner.query(
      "DELETE FROM kept_metrics WHERE metric LIKE 'RECEIVABLES%' OR metric LIKE 'PAYABLES%'",
    );
  }
}
