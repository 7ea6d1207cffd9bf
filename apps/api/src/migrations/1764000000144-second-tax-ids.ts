import type { MigrationInterface, QueryRunner } from "typeorm";

/** What the search of customers looks through, from the expression given for their tax IDs. */
const searchText = (taxIds: string) => `
  DROP INDEX customers_search_idx;
  ALTER TABLE customers DROP COLUMN search_text;
  ALTER TABLE customers ADD COLUMN search_text text COLLATE "C" GENERATED ALWAYS AS (fold(
    legal_name || E'\\n' || coalesce(trade_name, '') || E'\\n' || ${taxIds} || E'\\n' ||
    coalesce(email, '') || E'\\n' || coalesce(phone, '') || E'\\n' ||
    coalesce(contact_text(further_emails), '') || E'\\n' || coalesce(contact_text(further_phones), '') || E'\\n' || number
  )) STORED;
  CREATE INDEX customers_search_idx ON customers USING gin (search_text gin_trgm_ops) WHERE deleted_at IS NULL`;

const FIRST = "coalesce(tax_id_value, '')";

/** A second tax ID of customers, and one table in which each tax ID of live customers is once, in whichever place it stands. */
export class SecondTaxIds1764000000144 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE customers
        ADD COLUMN second_tax_id_country text CHECK (second_tax_id_country ~ '^[A-Z]{2}$'),
        ADD COLUMN second_tax_id_kind text,
        ADD COLUMN second_tax_id_value text CHECK (second_tax_id_value ~ '^[0-9A-Z]{1,40}$'),
        ADD CONSTRAINT customers_second_tax_id_whole CHECK (
          (second_tax_id_value IS NULL) = (second_tax_id_country IS NULL) AND (second_tax_id_value IS NULL) = (second_tax_id_kind IS NULL))`);
    await runner.query(searchText(`${FIRST} || E'\\n' || coalesce(second_tax_id_value, '')`));
    await runner.query(`
      CREATE INDEX customers_second_tax_id_idx ON customers (second_tax_id_value) WHERE second_tax_id_value IS NOT NULL;
      CREATE TABLE customer_tax_ids (
        country text NOT NULL,
        value text NOT NULL,
        customer_id uuid NOT NULL REFERENCES customers ON DELETE CASCADE,
        CONSTRAINT customer_tax_ids_key PRIMARY KEY (value, country)
      );
      CREATE INDEX customer_tax_ids_customer_idx ON customer_tax_ids (customer_id);
      INSERT INTO customer_tax_ids (country, value, customer_id)
        SELECT tax_id_country, tax_id_value, id FROM customers WHERE tax_id_value IS NOT NULL AND deleted_at IS NULL;

      CREATE FUNCTION tax_ids_of_new_customers() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        INSERT INTO public.customer_tax_ids (country, value, customer_id)
          SELECT tax_id_country, tax_id_value, id FROM new_rows WHERE tax_id_value IS NOT NULL AND deleted_at IS NULL
          UNION ALL SELECT second_tax_id_country, second_tax_id_value, id FROM new_rows
          WHERE second_tax_id_value IS NOT NULL AND deleted_at IS NULL;
        RETURN NULL;
      END $$;
      CREATE FUNCTION tax_ids_of_changed_customer() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        DELETE FROM public.customer_tax_ids WHERE customer_id = NEW.id;
        INSERT INTO public.customer_tax_ids (country, value, customer_id)
          SELECT t.country, t.value, NEW.id FROM (VALUES
            (NEW.tax_id_country, NEW.tax_id_value), (NEW.second_tax_id_country, NEW.second_tax_id_value)) t (country, value)
          WHERE t.value IS NOT NULL AND NEW.deleted_at IS NULL;
        RETURN NULL;
      END $$;
      CREATE TRIGGER tax_ids_made AFTER INSERT ON customers REFERENCING NEW TABLE AS new_rows
        FOR EACH STATEMENT EXECUTE FUNCTION tax_ids_of_new_customers();
      CREATE TRIGGER tax_ids_changed AFTER UPDATE ON customers FOR EACH ROW WHEN (
        (OLD.tax_id_country, OLD.tax_id_value, OLD.second_tax_id_country, OLD.second_tax_id_value, OLD.deleted_at)
        IS DISTINCT FROM
        (NEW.tax_id_country, NEW.tax_id_value, NEW.second_tax_id_country, NEW.second_tax_id_value, NEW.deleted_at))
        EXECUTE FUNCTION tax_ids_of_changed_customer()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER tax_ids_made ON customers;
      DROP TRIGGER tax_ids_changed ON customers;
      DROP FUNCTION tax_ids_of_new_customers();
      DROP FUNCTION tax_ids_of_changed_customer();
      DROP TABLE customer_tax_ids`);
    await runner.query(searchText(FIRST));
    await runner.query(`
      ALTER TABLE customers DROP CONSTRAINT customers_second_tax_id_whole,
        DROP COLUMN second_tax_id_country, DROP COLUMN second_tax_id_kind, DROP COLUMN second_tax_id_value`);
  }
}
