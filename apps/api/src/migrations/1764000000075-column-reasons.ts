import type { MigrationInterface, QueryRunner } from "typeorm";

/** Columns of imports that were read before say why they go where they go, as far as that is known. */
export class ColumnReasons1764000000075 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      UPDATE imports i SET columns = (
        SELECT coalesce(jsonb_agg(jsonb_build_object(
          'filled', jsonb_array_length(c->'samples'), 'place', 0, 'suggestion', NULL, 'values', '[]'::jsonb,
          'meanings', '{}'::jsonb, 'reason', CASE WHEN c->>'field' IS NULL THEN 'unknownHeader' ELSE 'header' END
        ) || c ORDER BY n), '[]') FROM jsonb_array_elements(i.columns) WITH ORDINALITY x (c, n));
      UPDATE imports i SET problems = (
        SELECT jsonb_agg('{"column": null}'::jsonb || p ORDER BY n)
        FROM jsonb_array_elements(i.problems) WITH ORDINALITY x (p, n)) WHERE jsonb_array_length(problems) > 0`);
  }

  // What it adds is passed over by what was before.
  async down(): Promise<void> {}
}
