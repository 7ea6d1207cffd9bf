import type { MigrationInterface, QueryRunner } from "typeorm";

/** Where people signed in before, and how often somebody failed to lately. */
export class KnownDevices1764000000042 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      SET LOCAL lock_timeout = '10s';
      CREATE TABLE known_devices (
        id uuid PRIMARY KEY DEFAULT uuid_v7(),
        user_id uuid NOT NULL REFERENCES users ON DELETE CASCADE,
        -- Of the cookie that the browser was given. It signs nobody in.
        token_hash text NOT NULL CHECK (token_hash ~ '^[0-9a-f]{64}$'),
        network text NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        last_used_at timestamptz NOT NULL DEFAULT now(),
        UNIQUE (user_id, token_hash)
      );
      CREATE INDEX known_devices_token_idx ON known_devices (token_hash);

      -- As rate-limiter-flexible keeps them; "expire" is in milliseconds since 1970. Worth nothing after a crash.
      CREATE UNLOGGED TABLE attempt_counts (
        key varchar(255) PRIMARY KEY,
        points integer NOT NULL DEFAULT 0,
        expire bigint
      );
      CREATE INDEX attempt_counts_expire_idx ON attempt_counts (expire);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("DROP TABLE attempt_counts, known_devices");
  }
}
