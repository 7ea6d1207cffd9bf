import type { MigrationInterface, QueryRunner } from "typeorm";

/** Proves the checks of undecided rows for what there was before, without keeping anyone from writing. */
export class UndecidedRowsChecked1764000000111 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      SET LOCAL lock_timeout = '10s';
      ALTER TABLE import_plan VALIDATE CONSTRAINT import_plan_class_check;
      ALTER TABLE import_rows VALIDATE CONSTRAINT import_rows_decision_check`);
  }

  // A constraint that was proven stays so.
  async down(): Promise<void> {}
}
