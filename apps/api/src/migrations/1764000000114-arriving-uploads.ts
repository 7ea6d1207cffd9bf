import type { MigrationInterface, QueryRunner } from "typeorm";

/** Counts uploads toward quotas while they arrive: how many bytes each may have, whose it is and for which customer. */
export class ArrivingUploads1764000000114 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      SET LOCAL lock_timeout = '10s';
      ALTER TABLE uploads
        ADD COLUMN bytes bigint NOT NULL DEFAULT 0,
        ADD COLUMN customer_id uuid,
        ADD COLUMN uploaded_by_id uuid`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      "ALTER TABLE uploads DROP COLUMN bytes, DROP COLUMN customer_id, DROP COLUMN uploaded_by_id",
    );
  }
}
