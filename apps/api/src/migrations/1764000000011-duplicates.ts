import type { MigrationInterface, QueryRunner } from "typeorm";

/** Pairs of customers that may be one, with what finding them takes. */
export class Duplicates1764000000011 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      SET LOCAL lock_timeout = '10s';
      -- Customers as they were compared: all but the pairs that people dismissed can be worked out anew.
      CREATE TABLE compared_customers (
        id uuid PRIMARY KEY REFERENCES customers ON DELETE CASCADE,
        version integer NOT NULL,
        name text NOT NULL,
        trade_name text
      );
      -- Only customers that share a key are compared: an address, a phone, a domain, a city with a word of the name.
      CREATE TABLE comparison_keys (
        id uuid NOT NULL REFERENCES customers ON DELETE CASCADE,
        key text COLLATE "C" NOT NULL
      );
      CREATE INDEX comparison_keys_key_idx ON comparison_keys (key) INCLUDE (id);
      CREATE INDEX comparison_keys_id_idx ON comparison_keys (id);
      -- All changes before this moment were compared.
      CREATE TABLE comparison_progress (
        singleton boolean PRIMARY KEY DEFAULT true CHECK (singleton),
        compared_until timestamptz NOT NULL
      );
      INSERT INTO comparison_progress (compared_until) VALUES ('-infinity');

      CREATE TABLE duplicate_pairs (
        id uuid NOT NULL UNIQUE DEFAULT uuid_v7(),
        low_id uuid NOT NULL REFERENCES customers ON DELETE CASCADE,
        high_id uuid NOT NULL REFERENCES customers ON DELETE CASCADE,
        reasons text[] NOT NULL,
        score numeric(4, 3) NOT NULL,
        PRIMARY KEY (low_id, high_id),
        CHECK (low_id < high_id)
      );
      CREATE INDEX duplicate_pairs_high_idx ON duplicate_pairs (high_id);
      CREATE INDEX duplicate_pairs_score_idx ON duplicate_pairs (score, id);

      CREATE TABLE dismissed_pairs (
        low_id uuid NOT NULL REFERENCES customers ON DELETE CASCADE,
        high_id uuid NOT NULL REFERENCES customers ON DELETE CASCADE,
        created_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (low_id, high_id),
        CHECK (low_id < high_id)
      );
      CREATE INDEX dismissed_pairs_high_idx ON dismissed_pairs (high_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      "DROP TABLE dismissed_pairs, duplicate_pairs, comparison_progress, comparison_keys, compared_customers",
    );
  }
}
