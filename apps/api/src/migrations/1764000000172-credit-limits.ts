import type { MigrationInterface, QueryRunner } from "typeorm";

/** Adds how much a customer may owe at once, and whether documents beyond that are refused. */
export class CreditLimits1764000000172 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      SET LOCAL lock_timeout = '10s';
      ALTER TABLE customers ADD COLUMN credit_limit numeric(19, 4);
      ALTER TABLE customers ADD CONSTRAINT customers_credit_limit_check CHECK (credit_limit > 0) NOT VALID;
      CREATE INDEX customers_credit_limit_idx ON customers (id) WHERE credit_limit IS NOT NULL;
      ALTER TABLE organisation_settings ADD COLUMN refuse_over_credit_limit boolean NOT NULL DEFAULT false;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE organisation_settings DROP COLUMN refuse_over_credit_limit;
      ALTER TABLE customers DROP COLUMN credit_limit;
    `);
  }
}
