import type { MigrationInterface, QueryRunner } from "typeorm";

/** Adds what documents say of the organisation: its name, tax ID and address. */
export class OrganisationOnDocuments1764000000161 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // The table has one row.
    await runner.query(`
      SET LOCAL lock_timeout = '10s';
      ALTER TABLE organisation_settings
        ADD COLUMN name text CHECK (length(name) BETWEEN 1 AND 200),
        ADD COLUMN tax_id text CHECK (length(tax_id) BETWEEN 1 AND 60),
        ADD COLUMN address text CHECK (length(address) BETWEEN 1 AND 500);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      "ALTER TABLE organisation_settings DROP COLUMN name, DROP COLUMN tax_id, DROP COLUMN address",
    );
  }
}
