import type { MigrationInterface, QueryRunner } from "typeorm";

/** Extensions and the functions that several tables use. */
export class Foundation1764000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE EXTENSION IF NOT EXISTS unaccent;
      CREATE EXTENSION IF NOT EXISTS pg_trgm;

      -- Text as search and sorting compare it: without accents, in lower case, however they were typed.
      -- unaccent() itself is only STABLE because its dictionary could change; ours does not.
      -- With its schema, because a restore computes generated columns with an empty search_path.
      CREATE FUNCTION fold(value text) RETURNS text
        LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
        AS $$ SELECT lower(public.unaccent('public.unaccent'::regdictionary, normalize(value, NFC))) $$;

      -- UUID version 7 (RFC 9562, 6.2 method 3): 48 bits of milliseconds, 12 bits of the rest of
      -- the time, then random bits, so that rows sort as they were made.
      CREATE FUNCTION uuid_v7() RETURNS uuid
        LANGUAGE sql VOLATILE PARALLEL SAFE
        AS $$
          SELECT encode(
            overlay(overlay(uuid_send(gen_random_uuid())
              PLACING substring(int8send(floor(extract(epoch FROM clock_timestamp()) * 1000)::bigint) FROM 3)
              FROM 1 FOR 6)
              PLACING int2send((28672 + (extract(microseconds FROM clock_timestamp())::integer % 1000) * 4096 / 1000)::smallint)
              FROM 7 FOR 2),
            'hex')::uuid
        $$;

      CREATE FUNCTION refuse_change() RETURNS trigger
        LANGUAGE plpgsql
        AS $$ BEGIN RAISE EXCEPTION 'rows of % are never changed', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege'; END $$;

      -- Numbers of documents without gaps: the row lock of a counter is held to the end of the transaction.
      CREATE TABLE document_counters (
        kind text PRIMARY KEY,
        value bigint NOT NULL DEFAULT 0
      );
      CREATE FUNCTION next_document_number(counter text, prefix text) RETURNS text
        LANGUAGE sql VOLATILE
        AS $$
          INSERT INTO document_counters AS c (kind, value) VALUES (counter, 1)
          ON CONFLICT (kind) DO UPDATE SET value = c.value + 1
          RETURNING prefix || lpad(value::text, greatest(6, length(value::text)), '0')
        $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION next_document_number(text, text);
      DROP TABLE document_counters;
      DROP FUNCTION refuse_change();
      DROP FUNCTION uuid_v7();
      DROP FUNCTION fold(text);
    `);
  }
}
