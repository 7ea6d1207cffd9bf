import type { MigrationInterface, QueryRunner } from "typeorm";

/** Customers with their main address, further addresses, ids in other systems, and their history. */
export class Customers1764000000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE SEQUENCE customer_number_seq;
      CREATE FUNCTION next_customer_number() RETURNS text
        LANGUAGE sql VOLATILE
        AS $$ SELECT 'C-' || lpad(n::text, greatest(6, length(n::text)), '0') FROM nextval('customer_number_seq') n $$;

      CREATE TABLE customers (
        id uuid PRIMARY KEY DEFAULT uuid_v7(),
        number text NOT NULL DEFAULT next_customer_number() UNIQUE,
        legal_name text NOT NULL CHECK (legal_name = btrim(legal_name) AND length(legal_name) BETWEEN 1 AND 200),
        trade_name text CHECK (length(trade_name) BETWEEN 1 AND 200),
        tax_id_country text CHECK (tax_id_country ~ '^[A-Z]{2}$'),
        tax_id_kind text,
        tax_id_value text CHECK (tax_id_value ~ '^[0-9A-Z]{1,40}$'),
        status text NOT NULL DEFAULT 'ACTIVE' CHECK (status IN ('LEAD', 'ACTIVE', 'INACTIVE', 'ARCHIVED')),
        -- What an archived customer goes back to when it is restored.
        status_before_archive text CHECK (status_before_archive IN ('LEAD', 'ACTIVE', 'INACTIVE')),
        email text CHECK (length(email) BETWEEN 3 AND 254),
        phone text CHECK (length(phone) BETWEEN 3 AND 40),
        website text CHECK (length(website) BETWEEN 4 AND 2000),
        street text CHECK (length(street) BETWEEN 1 AND 200),
        street_number text CHECK (length(street_number) BETWEEN 1 AND 40),
        complement text CHECK (length(complement) BETWEEN 1 AND 200),
        district text CHECK (length(district) BETWEEN 1 AND 100),
        city text CHECK (length(city) BETWEEN 1 AND 100),
        region text CHECK (length(region) BETWEEN 1 AND 100),
        postal_code text CHECK (length(postal_code) BETWEEN 1 AND 20),
        country text CHECK (country ~ '^[A-Z]{2}$'),
        owner_id uuid REFERENCES users ON DELETE SET NULL,
        tags text[] NOT NULL DEFAULT '{}',
        notes text CHECK (length(notes) BETWEEN 1 AND 10000),
        currency text CHECK (currency ~ '^[A-Z]{3}$'),
        payment_term_days integer CHECK (payment_term_days BETWEEN 0 AND 3650),
        deleted_at timestamptz,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        version integer NOT NULL DEFAULT 1,
        name_key text COLLATE "C" GENERATED ALWAYS AS (fold(legal_name)) STORED,
        city_key text COLLATE "C" GENERATED ALWAYS AS (fold(coalesce(city, ''))) STORED,
        search_text text COLLATE "C" GENERATED ALWAYS AS (fold(
          legal_name || E'\\n' || coalesce(trade_name, '') || E'\\n' || coalesce(tax_id_value, '') || E'\\n' ||
          coalesce(email, '') || E'\\n' || coalesce(phone, '') || E'\\n' || number
        )) STORED,
        CHECK ((tax_id_value IS NULL) = (tax_id_country IS NULL) AND (tax_id_value IS NULL) = (tax_id_kind IS NULL))
      );

      CREATE UNIQUE INDEX customers_tax_id_key ON customers (tax_id_country, tax_id_value) WHERE deleted_at IS NULL;
      -- One index per order of the list, over what the list shows unless asked for more.
      CREATE INDEX customers_name_idx ON customers (name_key, id) WHERE deleted_at IS NULL AND status <> 'ARCHIVED';
      CREATE INDEX customers_city_idx ON customers (city_key, id) WHERE deleted_at IS NULL AND status <> 'ARCHIVED';
      CREATE INDEX customers_number_idx ON customers (number COLLATE "C", id) WHERE deleted_at IS NULL AND status <> 'ARCHIVED';
      CREATE INDEX customers_created_idx ON customers (created_at, id) WHERE deleted_at IS NULL AND status <> 'ARCHIVED';
      CREATE INDEX customers_updated_idx ON customers (updated_at, id) WHERE deleted_at IS NULL AND status <> 'ARCHIVED';
      CREATE INDEX customers_status_idx ON customers (status, name_key, id) WHERE deleted_at IS NULL;
      CREATE INDEX customers_owner_idx ON customers (owner_id, name_key, id) WHERE deleted_at IS NULL AND owner_id IS NOT NULL;
      CREATE INDEX customers_email_idx ON customers (lower(email)) WHERE deleted_at IS NULL AND email IS NOT NULL;
      CREATE INDEX customers_tags_idx ON customers USING gin (tags) WHERE deleted_at IS NULL;
      CREATE INDEX customers_search_idx ON customers USING gin (search_text gin_trgm_ops) WHERE deleted_at IS NULL;

      CREATE INDEX customers_trash_idx ON customers (deleted_at, id) WHERE deleted_at IS NOT NULL;

      CREATE TABLE customer_external_ids (
        customer_id uuid NOT NULL REFERENCES customers ON DELETE CASCADE,
        source text NOT NULL CHECK (length(source) BETWEEN 1 AND 100),
        external_id text NOT NULL CHECK (length(external_id) BETWEEN 1 AND 200),
        PRIMARY KEY (source, external_id)
      );
      CREATE INDEX customer_external_ids_customer_idx ON customer_external_ids (customer_id);

      -- The main address stands in customers itself; these are the others.
      CREATE TABLE addresses (
        id uuid PRIMARY KEY DEFAULT uuid_v7(),
        customer_id uuid NOT NULL REFERENCES customers ON DELETE CASCADE,
        kind text NOT NULL CHECK (kind IN ('BILLING', 'DELIVERY')),
        street text, street_number text, complement text, district text,
        city text, region text, postal_code text,
        country text NOT NULL CHECK (country ~ '^[A-Z]{2}$'),
        deleted_at timestamptz,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        version integer NOT NULL DEFAULT 1
      );
      CREATE INDEX addresses_customer_idx ON addresses (customer_id, kind, id) WHERE deleted_at IS NULL;

      -- History outlives what it tells of, so it points at records without foreign keys.
      CREATE TABLE activity (
        id uuid PRIMARY KEY DEFAULT uuid_v7(),
        customer_id uuid,
        record_type text NOT NULL,
        record_id uuid NOT NULL,
        action text NOT NULL,
        actor_kind text NOT NULL CHECK (actor_kind IN ('USER', 'API_KEY', 'SYSTEM')),
        actor_id uuid,
        actor_name text NOT NULL,
        changes jsonb NOT NULL DEFAULT '[]' CHECK (jsonb_typeof(changes) = 'array'),
        note text CHECK (length(note) BETWEEN 1 AND 10000),
        request_id text,
        created_at timestamptz NOT NULL DEFAULT now()
      );
      CREATE INDEX activity_customer_idx ON activity (customer_id, id DESC) WHERE customer_id IS NOT NULL;
      CREATE INDEX activity_record_idx ON activity (record_id, id DESC);
      CREATE TRIGGER activity_is_append_only BEFORE UPDATE OR DELETE ON activity
        FOR EACH ROW EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER activity_is_never_emptied BEFORE TRUNCATE ON activity
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE activity, addresses, customer_external_ids, customers;
      DROP FUNCTION next_customer_number();
      DROP SEQUENCE customer_number_seq;
    `);
  }
}
