import type { MigrationInterface, QueryRunner } from "typeorm";

/**
 * Gives each entry of the history a place in the feed: by the transaction that wrote it, whose number is known
 * before anyone can see it. What an earlier version wrote stands at the beginning.
 */
export class ChangeFeed1764000000023 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      SET LOCAL lock_timeout = '10s';
      -- Raised where the rows come from a server that had counted further (platform/database/changeFeed.ts).
      CREATE FUNCTION change_feed_offset() RETURNS bigint LANGUAGE sql IMMUTABLE AS 'SELECT 0::bigint';

      -- A constant first, so that no row is written anew.
      ALTER TABLE activity ADD COLUMN position bigint NOT NULL DEFAULT 0;
      ALTER TABLE activity ALTER COLUMN position
        SET DEFAULT pg_current_xact_id()::text::bigint + change_feed_offset();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE activity DROP COLUMN position;
      DROP FUNCTION change_feed_offset();
    `);
  }
}
