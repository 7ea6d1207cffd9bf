import type { MigrationInterface, QueryRunner } from "typeorm";

/** The second step of signing in: a secret for codes, backup codes, and sign-ins that wait for a code. */
export class TwoFactor1764000000015 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      SET LOCAL lock_timeout = '10s';
      CREATE TABLE two_factors (
        user_id uuid PRIMARY KEY REFERENCES users ON DELETE CASCADE,
        -- Encrypted, since codes are made of it.
        secret text NOT NULL,
        -- Null until the person has shown a first code; until then nobody is asked for one.
        confirmed_at timestamptz,
        -- The 30 seconds since 1970 of the last code that was used: none counts twice.
        last_step bigint NOT NULL DEFAULT 0,
        created_at timestamptz NOT NULL DEFAULT now()
      );

      -- Only hashes are kept; a code that is used is gone.
      CREATE TABLE backup_codes (
        user_id uuid NOT NULL REFERENCES two_factors ON DELETE CASCADE,
        code_hash text NOT NULL CHECK (code_hash ~ '^[0-9a-f]{64}$'),
        PRIMARY KEY (user_id, code_hash)
      );

      -- Who has shown the password, and not yet a code.
      CREATE TABLE sign_in_steps (
        token_hash text PRIMARY KEY,
        user_id uuid NOT NULL REFERENCES users ON DELETE CASCADE,
        expires_at timestamptz NOT NULL
      );
      CREATE INDEX sign_in_steps_user_id_idx ON sign_in_steps (user_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("DROP TABLE sign_in_steps, backup_codes, two_factors");
  }
}
