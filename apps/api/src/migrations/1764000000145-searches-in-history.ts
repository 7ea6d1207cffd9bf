import type { MigrationInterface, QueryRunner } from "typeorm";

const guardHistory = (ofOthers: string) => `
  CREATE OR REPLACE FUNCTION guard_history() RETURNS trigger
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
              AND blanks_only(OLD.changes, NEW.changes, CASE WHEN own THEN NULL ELSE ${ofOthers} END)
            THEN RETURN NEW; END IF;
          END IF;
        END IF;
        RAISE EXCEPTION 'rows of % are never changed', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
      END
    $$`;

const NAMES = "ARRAY['mergedInto', 'mergedCustomers', 'differsFrom']";

/** Lets the deletion of a person's data blank what exports were searched by. */
export class SearchesInHistory1764000000145 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      guardHistory(`CASE OLD.record_type WHEN 'Export' THEN ARRAY['question'] ELSE ${NAMES} END`),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(guardHistory(NAMES));
  }
}
