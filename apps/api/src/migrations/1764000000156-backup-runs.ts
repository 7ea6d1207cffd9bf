import type { MigrationInterface, QueryRunner } from "typeorm";

/** The backups that were made, or are to be made. */
export class BackupRuns1764000000156 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE backup_runs (
        id uuid PRIMARY KEY DEFAULT uuid_v7(),
        started_at timestamptz NOT NULL,
        -- Set once it was made, or is not tried any more.
        finished_at timestamptz,
        -- Of the last try; null where that succeeded, or has not ended.
        error text,
        name text,
        place text,
        rows bigint,
        files bigint,
        -- What it added to the target.
        bytes bigint,
        CHECK (num_nonnulls(name, place, rows, files, bytes) IN (0, 5))
      );
      CREATE INDEX backup_runs_started_at_idx ON backup_runs (started_at DESC)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("DROP TABLE backup_runs");
  }
}
