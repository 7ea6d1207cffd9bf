import type { MigrationInterface, QueryRunner } from "typeorm";

/** Rows of an import that may mean a record that is known, what was decided about them, and where ids come from. */
export class UndecidedRows1764000000110 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      SET LOCAL lock_timeout = '10s';
      ALTER TABLE import_rows ADD COLUMN decision text, ADD COLUMN decided_id uuid;
      ALTER TABLE import_rows ADD CONSTRAINT import_rows_decision_check
        CHECK (decision IN ('UPDATE', 'CREATE') AND (decision = 'UPDATE') = (decided_id IS NOT NULL)) NOT VALID;
      -- The records that an undecided row may mean: [{ id, changes }].
      ALTER TABLE import_plan ADD COLUMN candidates jsonb;
      -- What there is was checked against fewer classes, so nothing has to be read for one more.
      ALTER TABLE import_plan DROP CONSTRAINT import_plan_class_check;
      ALTER TABLE import_plan ADD CONSTRAINT import_plan_class_check
        CHECK (class IN ('NEW', 'UPDATE', 'UNCHANGED', 'DUPLICATE', 'UNDECIDED', 'ERROR', 'LEFT_OUT', 'LINE')) NOT VALID;
      -- The system that ids in the file come from, and how that is known.
      ALTER TABLE imports ADD COLUMN id_source text, ADD COLUMN id_source_reason text;
      ALTER TABLE import_matches ADD COLUMN id_source text;
      UPDATE imports SET counts = counts || '{"undecided": 0}' WHERE counts IS NOT NULL`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DELETE FROM import_plan WHERE class = 'UNDECIDED';
      ALTER TABLE import_plan DROP CONSTRAINT import_plan_class_check;
      ALTER TABLE import_plan ADD CONSTRAINT import_plan_class_check
        CHECK (class IN ('NEW', 'UPDATE', 'UNCHANGED', 'DUPLICATE', 'ERROR', 'LEFT_OUT', 'LINE'));
      ALTER TABLE import_plan DROP COLUMN candidates;
      ALTER TABLE import_rows DROP COLUMN decision, DROP COLUMN decided_id;
      ALTER TABLE import_matches DROP COLUMN id_source;
      ALTER TABLE imports DROP COLUMN id_source, DROP COLUMN id_source_reason;
      UPDATE imports SET counts = counts - 'undecided' WHERE counts IS NOT NULL`);
  }
}
