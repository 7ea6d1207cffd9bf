import type { MigrationInterface, QueryRunner } from "typeorm";

const TABLES = ["imports", "import_matches", "exports"];

/** What sheets hold is named as all types of record are: in the singular, as `RecordType` has it. */
export class RecordTypes1764000000101 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const table of TABLES) {
      await runner.query(`ALTER TABLE ${table} RENAME COLUMN kind TO record_type`);
      await runner.query(`UPDATE ${table} SET record_type = left(record_type, -1)`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of TABLES) {
      await runner.query(`UPDATE ${table} SET record_type = record_type || 'S'`);
      await runner.query(`ALTER TABLE ${table} RENAME COLUMN record_type TO kind`);
    }
  }
}
