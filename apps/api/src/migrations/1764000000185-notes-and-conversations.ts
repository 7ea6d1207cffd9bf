import type { MigrationInterface, QueryRunner } from "typeorm";

const RECORD = `
  deleted_at timestamptz,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  version integer NOT NULL DEFAULT 1`;

const LIVE = "WHERE deleted_at IS NULL";

/** Gives notes a table of their own, and adds conversations: calls, meetings, e-mails and messages. */
export class NotesAndConversations1764000000185 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      SET LOCAL lock_timeout = '10s';
      CREATE TABLE notes (
        id uuid PRIMARY KEY DEFAULT uuid_v7(),
        customer_id uuid NOT NULL REFERENCES customers,
        text text NOT NULL CHECK (length(text) BETWEEN 1 AND 10000),
        pinned boolean NOT NULL DEFAULT false,
        mention_ids uuid[] NOT NULL DEFAULT '{}' CHECK (cardinality(mention_ids) <= 20),
        created_by_id uuid REFERENCES users,
        -- What people call it: its first line.
        title text GENERATED ALWAYS AS (left(split_part(text, E'\\n', 1), 100)) STORED,
        ${RECORD}
      );
      CREATE INDEX notes_customer_idx ON notes (customer_id, created_at, id) ${LIVE};
      CREATE INDEX notes_any_customer_idx ON notes (customer_id);
      CREATE INDEX notes_title_idx ON notes (fold(title) COLLATE "C") ${LIVE};
      CREATE INDEX notes_search_idx ON notes USING gin ((fold(text)) gin_trgm_ops) ${LIVE};
      CREATE INDEX notes_created_by_idx ON notes (created_by_id) WHERE created_by_id IS NOT NULL;
      CREATE INDEX notes_mentions_idx ON notes USING gin (mention_ids) ${LIVE};

      CREATE TABLE conversations (
        id uuid PRIMARY KEY DEFAULT uuid_v7(),
        customer_id uuid NOT NULL REFERENCES customers,
        kind text NOT NULL CHECK (kind IN ('CALL', 'MEETING', 'EMAIL', 'MESSAGE')),
        occurred_at timestamptz NOT NULL,
        subject text CHECK (length(subject) BETWEEN 1 AND 500),
        text text CHECK (length(text) BETWEEN 1 AND 10000),
        outcome text CHECK (length(outcome) BETWEEN 1 AND 500),
        contact_ids uuid[] NOT NULL DEFAULT '{}' CHECK (cardinality(contact_ids) <= 20),
        created_by_id uuid REFERENCES users,
        title text GENERATED ALWAYS AS (left(coalesce(subject, split_part(coalesce(text, outcome), E'\\n', 1)), 100)) STORED,
        ${RECORD}
      );
      CREATE FUNCTION conversation_search_text(subject text, body text, outcome text) RETURNS text
        LANGUAGE sql IMMUTABLE PARALLEL SAFE
        AS $$ SELECT public.fold(coalesce(subject, '') || E'\\n' || coalesce(body, '') || E'\\n' || coalesce(outcome, '')) $$;
      CREATE INDEX conversations_customer_idx ON conversations (customer_id, occurred_at, id) ${LIVE};
      CREATE INDEX conversations_any_customer_idx ON conversations (customer_id);
      CREATE INDEX conversations_title_idx ON conversations (fold(title) COLLATE "C") ${LIVE};
      CREATE INDEX conversations_search_idx ON conversations
        USING gin (conversation_search_text(subject, text, outcome) gin_trgm_ops) ${LIVE};
      CREATE INDEX conversations_created_by_idx ON conversations (created_by_id) WHERE created_by_id IS NOT NULL;
    `);
    for (const table of ["notes", "conversations"]) {
      await runner.query(`
        CREATE TRIGGER external_ids_trashed AFTER UPDATE OF deleted_at ON ${table} FOR EACH ROW
          WHEN ((OLD.deleted_at IS NULL) <> (NEW.deleted_at IS NULL)) EXECUTE FUNCTION external_ids_follow_record();
        CREATE TRIGGER external_ids_deleted AFTER DELETE ON ${table} FOR EACH ROW
          EXECUTE FUNCTION external_ids_follow_record()`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE conversations, notes;
      DROP FUNCTION conversation_search_text(text, text, text)`);
  }
}
