import type { MigrationInterface, QueryRunner } from "typeorm";

/** Lets the rows of an import that changed be planned anew without all others. */
export class PlanInPart1764000000027 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Rows that changed since the plan; null where all are to be planned.
      ALTER TABLE imports ADD COLUMN touched integer[];
      -- What a row has in common with others that it decides on, or that decide on it.
      ALTER TABLE import_plan ADD COLUMN links integer[] NOT NULL DEFAULT '{}';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE import_plan DROP COLUMN links;
      ALTER TABLE imports DROP COLUMN touched`);
  }
}
