import type { MigrationInterface, QueryRunner } from "typeorm";

const TABLES = [
  "addresses",
  "contacts",
  "deals",
  "files",
  "invoices",
  "orders",
  "projects",
  "quotes",
  "tasks",
  "time_entries",
] as const;

/**
 * Lets a customer be deleted without a walk through every table that could point at it: the indexes of lists
 * leave out what is in the trash, and PostgreSQL must look there too.
 */
export class KeysByIndex1764000000034 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query("SET LOCAL lock_timeout = '10s'");
    for (const table of TABLES) {
      await runner.query(`CREATE INDEX ${table}_of_customer_idx ON ${table} (customer_id)`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of TABLES) await runner.query(`DROP INDEX ${table}_of_customer_idx`);
  }
}
