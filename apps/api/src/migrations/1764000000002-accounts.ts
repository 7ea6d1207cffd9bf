import type { MigrationInterface, QueryRunner } from "typeorm";

/** People, their sessions and credentials, and the link that makes the first admin. */
export class Accounts1764000000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE users (
        id uuid PRIMARY KEY DEFAULT uuid_v7(),
        name text NOT NULL,
        email text NOT NULL,
        email_verified boolean NOT NULL DEFAULT false,
        image text,
        role text NOT NULL DEFAULT 'viewer' CHECK (role IN ('admin', 'sales', 'finance', 'projects', 'viewer')),
        disabled_at timestamptz,
        last_seen_at timestamptz,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        version integer NOT NULL DEFAULT 1
      );
      CREATE UNIQUE INDEX users_email_key ON users (lower(email));

      CREATE TABLE sessions (
        id uuid PRIMARY KEY DEFAULT uuid_v7(),
        user_id uuid NOT NULL REFERENCES users ON DELETE CASCADE,
        token text NOT NULL UNIQUE,
        expires_at timestamptz NOT NULL,
        ip_address text,
        user_agent text,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now()
      );
      CREATE INDEX sessions_user_id_idx ON sessions (user_id);

      CREATE TABLE credentials (
        id uuid PRIMARY KEY DEFAULT uuid_v7(),
        user_id uuid NOT NULL REFERENCES users ON DELETE CASCADE,
        account_id text NOT NULL,
        provider_id text NOT NULL,
        access_token text,
        refresh_token text,
        id_token text,
        access_token_expires_at timestamptz,
        refresh_token_expires_at timestamptz,
        scope text,
        password text,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        UNIQUE (provider_id, account_id)
      );
      CREATE INDEX credentials_user_id_idx ON credentials (user_id);

      CREATE TABLE verifications (
        id uuid PRIMARY KEY DEFAULT uuid_v7(),
        identifier text NOT NULL,
        value text NOT NULL,
        expires_at timestamptz NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now()
      );
      CREATE INDEX verifications_identifier_idx ON verifications (identifier);

      -- Only the hash of the link's token is kept; one row at the most.
      CREATE TABLE first_admin_links (
        singleton boolean PRIMARY KEY DEFAULT true CHECK (singleton),
        token_hash text NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now()
      );

      -- Secrets that the installation makes for itself (the key that signs cookies).
      CREATE TABLE installation_secrets (
        name text PRIMARY KEY,
        value text NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now()
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      "DROP TABLE installation_secrets, first_admin_links, verifications, credentials, sessions, users",
    );
  }
}
