import type { MigrationInterface, QueryRunner } from "typeorm";

const TABLES = [
  "addresses",
  "contacts",
  "deals",
  "invoices",
  "orders",
  "projects",
  "quotes",
  "tasks",
  "time_entries",
];

/** The trash of every kind of record is read by when records were deleted. */
export class TrashOrder1764000000121 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const table of TABLES) {
      await runner.query(
        `CREATE INDEX ${table}_trash_idx ON ${table} (deleted_at, id) WHERE deleted_at IS NOT NULL`,
      );
    }
    await runner.query(`
      DROP INDEX files_trash_idx;
      CREATE INDEX files_trash_idx ON files (deleted_at, id) WHERE deleted_at IS NOT NULL`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX files_trash_idx;
      CREATE INDEX files_trash_idx ON files (deleted_at) WHERE deleted_at IS NOT NULL`);
    for (const table of TABLES) await runner.query(`DROP INDEX ${table}_trash_idx`);
  }
}
