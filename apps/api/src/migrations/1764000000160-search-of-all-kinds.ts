import type { MigrationInterface, QueryRunner } from "typeorm";

/** The titles of the kinds of record that are found by text: an index for what they begin with. */
const TITLES = {
  contacts: "name",
  projects: "name",
  tasks: "title",
  deals: "title",
  quotes: "number",
  orders: "number",
  credit_notes: "number",
  files: "name",
};

/** What else is searched by its trigrams, where that is not the title. */
const TEXTS: Readonly<Record<string, string>> = {
  contacts: "contact_search_text(name, email, phone, further_emails, further_phones)",
  orders: "fold(number || coalesce(E'\\n' || reference, ''))",
};

const LIVE = "WHERE deleted_at IS NULL";

/** Finds records of all kinds by a part of what they are called. */
export class SearchOfAllKinds1764000000160 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query("SET LOCAL lock_timeout = '10s'");
    await runner.query(`
      CREATE FUNCTION contact_search_text(name text, email text, phone text, further_emails jsonb, further_phones jsonb) RETURNS text
        LANGUAGE sql IMMUTABLE PARALLEL SAFE
        AS $$ SELECT public.fold(name || coalesce(E'\\n' || email, '') || coalesce(E'\\n' || phone, '') ||
          coalesce(E'\\n' || public.contact_text(further_emails), '') || coalesce(E'\\n' || public.contact_text(further_phones), '')) $$`);
    for (const [table, title] of Object.entries(TITLES)) {
      await runner.query(`
        CREATE INDEX ${table}_title_idx ON ${table} (fold(${title}) COLLATE "C") ${LIVE};
        CREATE INDEX ${table}_search_idx ON ${table} USING gin ((${TEXTS[table] ?? `fold(${title})`}) gin_trgm_ops) ${LIVE}`);
    }
    await runner.query(`
      CREATE INDEX customers_trade_name_idx ON customers (fold(trade_name) COLLATE "C") ${LIVE};
      CREATE INDEX invoices_number_prefix_idx ON invoices (number_key) ${LIVE}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("DROP INDEX customers_trade_name_idx, invoices_number_prefix_idx");
    for (const table of Object.keys(TITLES))
      await runner.query(`DROP INDEX ${table}_title_idx, ${table}_search_idx`);
    await runner.query("DROP FUNCTION contact_search_text(text, text, text, jsonb, jsonb)");
  }
}
