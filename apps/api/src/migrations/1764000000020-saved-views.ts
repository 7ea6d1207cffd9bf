import type { MigrationInterface, QueryRunner } from "typeorm";

/** Questions to the list of customers that people keep, for themselves or for everyone. */
export class SavedViews1764000000020 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      SET LOCAL lock_timeout = '10s';
      CREATE TABLE saved_views (
        id uuid PRIMARY KEY DEFAULT uuid_v7(),
        owner_id uuid NOT NULL REFERENCES users ON DELETE CASCADE,
        name text NOT NULL CHECK (name <> '' AND char_length(name) <= 60),
        query text NOT NULL CHECK (char_length(query) <= 2000),
        shared boolean NOT NULL DEFAULT false,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        version integer NOT NULL DEFAULT 1
      );
      CREATE INDEX saved_views_owner_idx ON saved_views (owner_id);
      CREATE INDEX saved_views_shared_idx ON saved_views (id) WHERE shared;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("DROP TABLE saved_views");
  }
}
