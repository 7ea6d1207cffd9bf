import type { MigrationInterface, QueryRunner } from "typeorm";

/** E-mail addresses and phones in imports and exports: what a row leaves of those of a record, and how sheets write them. */
export class ImportedContactPoints1764000000141 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- What a record has (now) and a row says, the main one each by itself, as one list. A new main one takes the place of
      -- the record's; one that the record has comes to the front if the row names further ones. Nothing else goes.
      CREATE FUNCTION imported_contact_points(
        main_now text, label_now text, further_now jsonb, main_said text, label_said text, further_said jsonb, overwrites boolean
      ) RETURNS jsonb LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
        WITH now_has AS (
          SELECT lower(x.value) AS key, x.value, x.label, x.place FROM (
            SELECT main_now AS value, label_now AS label, 0 AS place WHERE main_now IS NOT NULL
            UNION ALL SELECT p.point->>'value', p.point->>'label', p.place
            FROM jsonb_array_elements(further_now) WITH ORDINALITY p (point, place)
          ) x
        ), said AS (
          SELECT lower(x.value) AS key, x.value, x.label, x.place FROM (
            SELECT main_said AS value, label_said AS label, 0 AS place WHERE main_said IS NOT NULL
            UNION ALL SELECT p.point->>'value', p.point->>'label', p.place
            FROM jsonb_array_elements(further_said) WITH ORDINALITY p (point, place)
          ) x
        ), head AS (
          SELECT CASE
            WHEN main_now IS NULL THEN (SELECT key FROM said ORDER BY place LIMIT 1)
            WHEN main_said IS NULL OR NOT overwrites THEN lower(main_now)
            WHEN further_said IS NULL AND EXISTS (SELECT 1 FROM now_has WHERE key = lower(main_said)) THEN lower(main_now)
            ELSE lower(main_said) END AS key
        ), all_of_them AS (
          SELECT coalesce(n.value, s.value) AS value,
            coalesce(s.label, n.label, CASE WHEN n.key IS NULL AND coalesce(s.key, n.key) = h.key THEN label_now END) AS label,
            CASE WHEN coalesce(s.key, n.key) = h.key THEN -1 WHEN n.key IS NULL THEN 1000 + s.place ELSE n.place END AS place
          FROM now_has n FULL JOIN said s ON s.key = n.key CROSS JOIN head h
          WHERE s.key IS NOT NULL OR n.place > 0 OR n.key = h.key OR h.key IN (SELECT key FROM now_has)
        )
        SELECT coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object('value', value, 'label', label)) ORDER BY place), '[]')
        FROM all_of_them
      $$;

      -- As sheets write them: the label in brackets, and empty ones after a value that ends in brackets itself.
      CREATE FUNCTION contact_cells(points jsonb) RETURNS text[]
        LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
        SELECT array_agg(p.point->>'value' || CASE WHEN p.point ? 'label' THEN ' (' || (p.point->>'label') || ')'
          WHEN p.point->>'value' ~ '\\S\\s+\\([^()]*\\)$' THEN ' ()' ELSE '' END ORDER BY p.place)
        FROM jsonb_array_elements(points) WITH ORDINALITY p (point, place)
      $$;

      -- Mostly few customers have further ones: imports read those of all of them.
      CREATE INDEX customers_with_further_emails_idx ON customers (id) WHERE deleted_at IS NULL AND further_emails IS NOT NULL`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX customers_with_further_emails_idx;
      DROP FUNCTION contact_cells(jsonb);
      DROP FUNCTION imported_contact_points(text, text, jsonb, text, text, jsonb, boolean)`);
  }
}
