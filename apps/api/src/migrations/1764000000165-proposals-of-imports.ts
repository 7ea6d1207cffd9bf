import type { MigrationInterface, QueryRunner } from "typeorm";

/** Adds to the plan of imports what a row is entered against, such as the invoices that a payment settles. */
export class ProposalsOfImports1764000000165 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      SET LOCAL lock_timeout = '10s';
      ALTER TABLE import_plan ADD COLUMN proposal jsonb`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("ALTER TABLE import_plan DROP COLUMN proposal");
  }
}
