import type { MigrationInterface, QueryRunner } from "typeorm";

/** Rows of an import that a person leaves out, and their count in its plan. */
export class LeftOutRows1764000000017 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      SET LOCAL lock_timeout = '10s';
      ALTER TABLE import_rows ADD COLUMN left_out boolean NOT NULL DEFAULT false;
      -- What there is was checked against fewer classes, so nothing has to be read for one more.
      ALTER TABLE import_plan DROP CONSTRAINT import_plan_class_check;
      ALTER TABLE import_plan ADD CONSTRAINT import_plan_class_check
        CHECK (class IN ('NEW', 'UPDATE', 'UNCHANGED', 'DUPLICATE', 'ERROR', 'LEFT_OUT')) NOT VALID;
      UPDATE imports SET counts = counts || '{"leftOut": 0}' WHERE counts IS NOT NULL`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DELETE FROM import_plan WHERE class = 'LEFT_OUT';
      ALTER TABLE import_plan DROP CONSTRAINT import_plan_class_check;
      ALTER TABLE import_plan ADD CONSTRAINT import_plan_class_check
        CHECK (class IN ('NEW', 'UPDATE', 'UNCHANGED', 'DUPLICATE', 'ERROR'));
      ALTER TABLE import_rows DROP COLUMN left_out;
      UPDATE imports SET counts = counts - 'leftOut' WHERE counts IS NOT NULL`);
  }
}
