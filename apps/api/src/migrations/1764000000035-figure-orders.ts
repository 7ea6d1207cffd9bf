import type { MigrationInterface, QueryRunner } from "typeorm";

// What each figure of the list of customers is added up from, by customer: all that is asked stands in the index.
const indexes = {
  projects_active_idx: "projects (customer_id) WHERE deleted_at IS NULL AND status = 'ACTIVE'",
  tasks_left_idx: `tasks (customer_id, (coalesce(due_on, 'infinity'::date))) INCLUDE (due_on)
    WHERE deleted_at IS NULL AND status <> 'DONE'`,
  orders_left_idx: `orders (customer_id)
    WHERE deleted_at IS NULL AND status <> 'CANCELLED' AND status <> 'FINALIZED'`,
  invoices_outstanding_idx: `invoices (customer_id) INCLUDE (currency, due_on, balance)
    WHERE deleted_at IS NULL AND kind = 'SALES' AND status = 'AUTHORIZED' AND balance > 0`,
  activity_last_idx:
    "activity (customer_id, id DESC) INCLUDE (created_at) WHERE customer_id IS NOT NULL",
  // Those without a figure come by id.
  customers_listed_idx: "customers (id) WHERE deleted_at IS NULL AND status <> 'ARCHIVED'",
};

/** Sorts the list of customers by the figures of their summaries. */
export class FigureOrders1764000000035 implements MigrationInterface {
  // An index can be built beside people's writes outside of a transaction alone.
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    await runner.query("SET statement_timeout = 0; SET lock_timeout = '5s'");
    try {
      for (const [name, index] of Object.entries(indexes)) {
        // One that was cut short before is there and of no use.
        await runner.query(`DROP INDEX CONCURRENTLY IF EXISTS ${name}`);
        await runner.query(`CREATE INDEX CONCURRENTLY ${name} ON ${index}`);
      }
      // What reads it finds the same in the new one.
      await runner.query("DROP INDEX CONCURRENTLY IF EXISTS activity_customer_idx");
    } finally {
      await runner.query("RESET statement_timeout; RESET lock_timeout");
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      "CREATE INDEX activity_customer_idx ON activity (customer_id, id DESC) WHERE customer_id IS NOT NULL",
    );
    for (const name of Object.keys(indexes)) await runner.query(`DROP INDEX ${name}`);
  }
}
