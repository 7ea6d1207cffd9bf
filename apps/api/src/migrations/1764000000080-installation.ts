import type { MigrationInterface, QueryRunner } from "typeorm";

/** Which installation the database is of, who uses its storage, and what is to be removed from there. */
export class Installation1764000000080 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- The storage carries the same id.
      CREATE TABLE installation (
        singleton boolean PRIMARY KEY DEFAULT true CHECK (singleton),
        id uuid NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now()
      );

      -- Every start of a process on this database raises the generation, here and in the storage.
      CREATE TABLE storage_generations (
        generation bigint PRIMARY KEY,
        token uuid NOT NULL UNIQUE,
        started_at timestamptz NOT NULL DEFAULT now()
      );

      -- The processes that serve, each with a number that goes up here and in its object of the storage.
      CREATE TABLE server_processes (
        id uuid PRIMARY KEY,
        host text NOT NULL,
        pid integer NOT NULL,
        beat integer NOT NULL DEFAULT 0,
        started_at timestamptz NOT NULL DEFAULT now(),
        seen_at timestamptz NOT NULL DEFAULT now()
      );

      -- Objects of the storage whose record was deleted.
      CREATE TABLE stored_removals (
        key text PRIMARY KEY,
        for_good boolean NOT NULL,
        reason text NOT NULL,
        asked_at timestamptz NOT NULL DEFAULT now()
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      "DROP TABLE stored_removals, server_processes, storage_generations, installation",
    );
  }
}
