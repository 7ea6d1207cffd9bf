import type { MigrationInterface, QueryRunner } from "typeorm";

/** Proves that the rows that were planned before lines were known have a class that is allowed. */
export class LinesOfDocumentsChecked1764000000083 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      SET LOCAL lock_timeout = '10s';
      ALTER TABLE import_plan VALIDATE CONSTRAINT import_plan_class_check`);
  }

  // A constraint that was proven stays so.
  async down(): Promise<void> {}
}
