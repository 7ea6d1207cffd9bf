import type { MigrationInterface, QueryRunner } from "typeorm";

/** Files of customers, and uploads that belong to none yet (an import's source). */
export class Files1764000000006 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE files (
        id uuid PRIMARY KEY DEFAULT uuid_v7(),
        customer_id uuid REFERENCES customers,
        name text NOT NULL CHECK (length(name) BETWEEN 1 AND 255),
        media_type text NOT NULL,
        size integer NOT NULL CHECK (size >= 0),
        sha256 text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
        uploaded_by_id uuid REFERENCES users ON DELETE SET NULL,
        name_key text COLLATE "C" GENERATED ALWAYS AS (fold(name)) STORED,
        deleted_at timestamptz,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        version integer NOT NULL DEFAULT 1
      );
      CREATE INDEX files_customer_idx ON files (customer_id, created_at, id) WHERE deleted_at IS NULL AND customer_id IS NOT NULL;
      CREATE INDEX files_trash_idx ON files (deleted_at) WHERE deleted_at IS NOT NULL;
      CREATE INDEX files_loose_idx ON files (created_at) WHERE customer_id IS NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("DROP TABLE files");
  }
}
