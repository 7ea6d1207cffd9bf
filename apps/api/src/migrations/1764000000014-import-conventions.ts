import type { MigrationInterface, QueryRunner } from "typeorm";

/** Columns of imports keep how their numbers and dates are written; of earlier ones nothing was told. */
export class ImportConventions1764000000014 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      SET LOCAL lock_timeout = '5s';
      UPDATE imports SET columns = (
        SELECT jsonb_agg('{"conventions": {"decimal": {"value": null, "certainty": "absent"},
          "dateOrder": {"value": null, "certainty": "absent"}}}'::jsonb || c ORDER BY place)
        FROM jsonb_array_elements(columns) WITH ORDINALITY x (c, place))
      WHERE columns <> '[]'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      UPDATE imports SET columns = (
        SELECT jsonb_agg(c - 'conventions' ORDER BY place) FROM jsonb_array_elements(columns) WITH ORDINALITY x (c, place))
      WHERE columns <> '[]'`);
  }
}
