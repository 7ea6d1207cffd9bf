import type { MigrationInterface, QueryRunner } from "typeorm";

/** Knows of uploads while they come in. */
export class Uploads1764000000031 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Bytes that have no file's row yet, and when a process said last that it is at them.
      CREATE TABLE uploads (
        id uuid PRIMARY KEY,
        held_at timestamptz NOT NULL DEFAULT now()
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("DROP TABLE uploads");
  }
}
