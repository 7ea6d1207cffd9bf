import type { MigrationInterface, QueryRunner } from "typeorm";

/** Finds the customers without an address, who are few among many. */
export class MissingAddresses1764000000070 implements MigrationInterface {
  // An index can be built beside people's writes outside of a transaction alone.
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    await runner.query("SET statement_timeout = 0; SET lock_timeout = '5s'");
    try {
      // One that was cut short before is there and of no use.
      await runner.query("DROP INDEX CONCURRENTLY IF EXISTS customers_address_missing_idx");
      await runner.query(`
        CREATE INDEX CONCURRENTLY customers_address_missing_idx ON customers (name_key, id)
        WHERE deleted_at IS NULL AND street IS NULL AND city IS NULL AND postal_code IS NULL`);
    } finally {
      await runner.query("RESET statement_timeout; RESET lock_timeout");
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("DROP INDEX customers_address_missing_idx");
  }
}
