import type { MigrationInterface, QueryRunner } from "typeorm";

/** Adds when another system last sent a record in a full sync, so that a sync can end with what it did not send. */
export class ExternalIdsSeen1764000000191 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // The time is the same for all rows that exist: the table is not rewritten.
    await runner.query(`
      SET LOCAL lock_timeout = '10s';
      ALTER TABLE external_ids ADD COLUMN seen_at timestamptz NOT NULL DEFAULT now();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("ALTER TABLE external_ids DROP COLUMN seen_at");
  }
}
