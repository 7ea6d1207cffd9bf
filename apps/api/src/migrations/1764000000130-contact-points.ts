import type { MigrationInterface, QueryRunner } from "typeorm";

const TABLES = ["customers", "contacts"];

/** What the search of customers looks through, from the expressions given for its e-mail addresses and phones. */
const searchText = (reach: string) => `
  DROP INDEX customers_search_idx;
  ALTER TABLE customers DROP COLUMN search_text;
  ALTER TABLE customers ADD COLUMN search_text text COLLATE "C" GENERATED ALWAYS AS (fold(
    legal_name || E'\\n' || coalesce(trade_name, '') || E'\\n' || coalesce(tax_id_value, '') || E'\\n' || ${reach} || E'\\n' || number
  )) STORED;
  CREATE INDEX customers_search_idx ON customers USING gin (search_text gin_trgm_ops) WHERE deleted_at IS NULL`;

const MAIN_ONES = `coalesce(email, '') || E'\\n' || coalesce(phone, '')`;

/**
 * Labels of e-mail addresses and phones, and all of them after the main one, which stays in its column: as a list of
 * `{ value, label }` in the row (decision 33).
 */
export class ContactPoints1764000000130 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- The values of a list of contact points: as an array to look one up, and as text to search.
      CREATE FUNCTION contact_values(points jsonb) RETURNS text[]
        LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
        AS $$ SELECT array_agg(lower(p.point->>'value')) FROM jsonb_array_elements(points) p (point) $$;
      CREATE FUNCTION contact_text(points jsonb) RETURNS text
        LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
        AS $$ SELECT string_agg(p.point->>'value', E'\\n') FROM jsonb_array_elements(points) p (point) $$;`);
    for (const table of TABLES) {
      for (const [main, further] of [
        ["email", "further_emails"],
        ["phone", "further_phones"],
      ]) {
        await runner.query(`
          ALTER TABLE ${table}
            ADD COLUMN ${main}_label text CHECK (length(${main}_label) BETWEEN 1 AND 40),
            ADD COLUMN ${further} jsonb
              CHECK (jsonb_typeof(${further}) = 'array' AND jsonb_array_length(${further}) BETWEEN 1 AND 19),
            ADD CONSTRAINT ${table}_main_${main}_first
              CHECK (${main} IS NOT NULL OR (${main}_label IS NULL AND ${further} IS NULL))`);
      }
    }
    await runner.query(
      searchText(
        `${MAIN_ONES} || E'\\n' || coalesce(contact_text(further_emails), '') || E'\\n' || coalesce(contact_text(further_phones), '')`,
      ),
    );
    await runner.query(`
      CREATE INDEX customers_further_emails_idx ON customers USING gin (contact_values(further_emails))
        WHERE deleted_at IS NULL AND further_emails IS NOT NULL`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(searchText(MAIN_ONES));
    for (const table of TABLES) {
      await runner.query(`
        ALTER TABLE ${table} DROP CONSTRAINT ${table}_main_email_first, DROP CONSTRAINT ${table}_main_phone_first,
          DROP COLUMN email_label, DROP COLUMN further_emails, DROP COLUMN phone_label, DROP COLUMN further_phones`);
    }
    await runner.query(`DROP FUNCTION contact_values(jsonb); DROP FUNCTION contact_text(jsonb)`);
  }
}
