import type { MigrationInterface, QueryRunner } from "typeorm";

/** Lets the history forget a person, and nothing else. */
export class Erasure1764000000012 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      SET LOCAL lock_timeout = '10s';

      -- Whether one list of changes is the other with values left out, and these only from the given
      -- fields where such are given.
      CREATE FUNCTION blanks_only(before jsonb, after jsonb, fields text[]) RETURNS boolean
        LANGUAGE sql IMMUTABLE PARALLEL SAFE
        AS $$
          SELECT jsonb_array_length(before) = jsonb_array_length(after) AND NOT EXISTS (
            SELECT FROM jsonb_array_elements(before) WITH ORDINALITY b (change, place)
            JOIN jsonb_array_elements(after) WITH ORDINALITY a (change, place) USING (place)
            WHERE a.change <> b.change AND (
              a.change <> jsonb_build_object('field', b.change->'field', 'old', null, 'new', null, 'erased', true)
              OR NOT coalesce(b.change->>'field' = ANY(fields), true)))
        $$;

      -- History is appended to and never changed, but for this: the transaction that writes into it
      -- that a customer was erased may blank what is told of that customer and of those merged into
      -- it, and the names of it that stand in others' histories.
      CREATE FUNCTION guard_history() RETURNS trigger
        LANGUAGE plpgsql
        AS $$
          DECLARE
            erasure activity%ROWTYPE;
            own boolean;
          BEGIN
            IF TG_OP = 'UPDATE' THEN
              SELECT * INTO erasure FROM activity e
              WHERE e.id = nullif(current_setting('clientela.erasure', true), '')::uuid
                AND e.record_type = 'Customer' AND e.action = 'erased' AND e.xmin = pg_current_xact_id()::xid;
              IF FOUND THEN
                own := OLD.customer_id = erasure.customer_id OR EXISTS (
                  SELECT FROM merged_customers m WHERE m.id = OLD.customer_id AND m.survivor_id = erasure.customer_id);
                IF to_jsonb(NEW) - '{changes,note}'::text[] = to_jsonb(OLD) - '{changes,note}'::text[]
                  AND (NEW.note IS NOT DISTINCT FROM OLD.note OR (own AND NEW.note IS NULL))
                  AND blanks_only(OLD.changes, NEW.changes,
                    CASE WHEN own THEN NULL ELSE ARRAY['mergedInto', 'mergedCustomers', 'differsFrom'] END)
                THEN RETURN NEW; END IF;
              END IF;
            END IF;
            RAISE EXCEPTION 'rows of % are never changed', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
          END
        $$;

      DROP TRIGGER activity_is_append_only ON activity;
      CREATE TRIGGER activity_is_append_only BEFORE UPDATE OR DELETE ON activity
        FOR EACH ROW EXECUTE FUNCTION guard_history();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER activity_is_append_only ON activity;
      CREATE TRIGGER activity_is_append_only BEFORE UPDATE OR DELETE ON activity
        FOR EACH ROW EXECUTE FUNCTION refuse_change();
      DROP FUNCTION guard_history();
      DROP FUNCTION blanks_only(jsonb, jsonb, text[]);
    `);
  }
}
