import type { MigrationInterface, QueryRunner } from "typeorm";

/** Reads the history in the order of the feed. */
export class ChangeFeedOrder1764000000024 implements MigrationInterface {
  // An index can be built beside people's writes outside of a transaction alone.
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    await runner.query("SET statement_timeout = 0; SET lock_timeout = '5s'");
    try {
      // One that was cut short before is there and of no use.
      await runner.query("DROP INDEX CONCURRENTLY IF EXISTS activity_position_idx");
      await runner.query(
        "CREATE INDEX CONCURRENTLY activity_position_idx ON activity (position, id)",
      );
    } finally {
      await runner.query("RESET statement_timeout; RESET lock_timeout");
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("DROP INDEX activity_position_idx");
  }
}
