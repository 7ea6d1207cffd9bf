import type { MigrationInterface, QueryRunner } from "typeorm";

/** Finds a customer's last activity among what every reader of customers may read. */
export class LastActivity1764000000072 implements MigrationInterface {
  // An index can be built beside people's writes outside of a transaction alone.
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    await runner.query("SET statement_timeout = 0; SET lock_timeout = '5s'");
    try {
      // One that was cut short before is there and of no use.
      await runner.query("DROP INDEX CONCURRENTLY IF EXISTS activity_last_seen_idx");
      // As the list of customers asks (features/customers/customer.loaders.ts).
      await runner.query(`
        CREATE INDEX CONCURRENTLY activity_last_seen_idx ON activity (customer_id, id DESC) INCLUDE (created_at)
        WHERE customer_id IS NOT NULL AND record_type IN ('Customer', 'Address', 'Contact')`);
      // A customer's history is read in whole rows, so that the time in its index helps nobody any more.
      await runner.query("DROP INDEX CONCURRENTLY IF EXISTS activity_customer_idx");
      await runner.query(`
        CREATE INDEX CONCURRENTLY activity_customer_idx ON activity (customer_id, id DESC)
        WHERE customer_id IS NOT NULL`);
      await runner.query("DROP INDEX CONCURRENTLY IF EXISTS activity_last_idx");
    } finally {
      await runner.query("RESET statement_timeout; RESET lock_timeout");
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX activity_last_idx ON activity (customer_id, id DESC) INCLUDE (created_at)
      WHERE customer_id IS NOT NULL`);
    await runner.query("DROP INDEX activity_last_seen_idx, activity_customer_idx");
  }
}
