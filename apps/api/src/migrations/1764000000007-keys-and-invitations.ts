import type { MigrationInterface, QueryRunner } from "typeorm";

/** How people and programs get in: links for invitations and new passwords, and API keys. */
export class KeysAndInvitations1764000000007 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Only hashes of links and keys are kept.
      CREATE TABLE account_links (
        id uuid PRIMARY KEY DEFAULT uuid_v7(),
        user_id uuid NOT NULL UNIQUE REFERENCES users ON DELETE CASCADE,
        token_hash text NOT NULL UNIQUE,
        expires_at timestamptz NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now()
      );

      CREATE TABLE api_keys (
        id uuid PRIMARY KEY DEFAULT uuid_v7(),
        name text NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
        secret_hash text NOT NULL CHECK (secret_hash ~ '^[0-9a-f]{64}$'),
        scopes text[] NOT NULL CHECK (cardinality(scopes) > 0),
        user_id uuid NOT NULL REFERENCES users ON DELETE CASCADE,
        expires_at timestamptz,
        last_used_at timestamptz,
        revoked_at timestamptz,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        version integer NOT NULL DEFAULT 1
      );
      CREATE INDEX api_keys_user_id_idx ON api_keys (user_id);

      -- How often someone tried something lately, shared by all processes; worth nothing after a crash.
      CREATE UNLOGGED TABLE attempts (
        key text NOT NULL,
        since timestamptz NOT NULL,
        count integer NOT NULL,
        PRIMARY KEY (key)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("DROP TABLE attempts, api_keys, account_links");
  }
}
