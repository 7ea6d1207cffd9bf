import type { MigrationInterface, QueryRunner } from "typeorm";

/** Rows of an import that are further lines of the document of another row. */
export class LinesOfDocuments1764000000082 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      SET LOCAL lock_timeout = '10s';
      -- What there is was checked against fewer classes, so nothing has to be read for one more.
      ALTER TABLE import_plan DROP CONSTRAINT import_plan_class_check;
      ALTER TABLE import_plan ADD CONSTRAINT import_plan_class_check
        CHECK (class IN ('NEW', 'UPDATE', 'UNCHANGED', 'DUPLICATE', 'ERROR', 'LEFT_OUT', 'LINE')) NOT VALID;
      UPDATE imports SET counts = counts || '{"lines": 0}' WHERE counts IS NOT NULL;
      UPDATE imports SET result = result || '{"lines": 0}' WHERE result IS NOT NULL`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DELETE FROM import_plan WHERE class = 'LINE';
      ALTER TABLE import_plan DROP CONSTRAINT import_plan_class_check;
      ALTER TABLE import_plan ADD CONSTRAINT import_plan_class_check
        CHECK (class IN ('NEW', 'UPDATE', 'UNCHANGED', 'DUPLICATE', 'ERROR', 'LEFT_OUT'));
      UPDATE imports SET counts = counts - 'lines' WHERE counts IS NOT NULL;
      UPDATE imports SET result = result - 'lines' WHERE result IS NOT NULL`);
  }
}
