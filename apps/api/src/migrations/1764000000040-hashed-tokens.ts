import type { MigrationInterface, QueryRunner } from "typeorm";

/** Keeps hashes of sessions' tokens and of idempotency keys, as of API keys and links; who is signed in stays so. */
export class HashedTokens1764000000040 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      SET LOCAL lock_timeout = '10s';
      UPDATE sessions SET token = encode(sha256(convert_to(token, 'UTF8')), 'hex');
      ALTER TABLE sessions RENAME COLUMN token TO token_hash;
      ALTER TABLE sessions ADD CONSTRAINT sessions_token_hash_check CHECK (token_hash ~ '^[0-9a-f]{64}$');

      UPDATE idempotency_keys SET key = encode(sha256(convert_to(key, 'UTF8')), 'hex');
      ALTER TABLE idempotency_keys RENAME COLUMN key TO key_hash;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    // What was hashed cannot be had back: everyone signs in again, and requests of before are no longer known.
    await runner.query(`
      DELETE FROM sessions;
      DELETE FROM idempotency_keys;
      ALTER TABLE idempotency_keys RENAME COLUMN key_hash TO key;
      ALTER TABLE sessions DROP CONSTRAINT sessions_token_hash_check;
      ALTER TABLE sessions RENAME COLUMN token_hash TO token;
    `);
  }
}
