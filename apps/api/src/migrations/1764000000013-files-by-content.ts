import type { MigrationInterface, QueryRunner } from "typeorm";

/** Finds files by their bytes, so that one that was imported before is noticed. */
export class FilesByContent1764000000013 implements MigrationInterface {
  // An index can be built beside people's writes outside of a transaction alone.
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    await runner.query("SET statement_timeout = 0; SET lock_timeout = '5s'");
    try {
      // One that was cut short before is there and of no use.
      await runner.query("DROP INDEX CONCURRENTLY IF EXISTS files_sha256_idx");
      await runner.query("CREATE INDEX CONCURRENTLY files_sha256_idx ON files (sha256)");
    } finally {
      await runner.query("RESET statement_timeout; RESET lock_timeout");
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("DROP INDEX files_sha256_idx");
  }
}
