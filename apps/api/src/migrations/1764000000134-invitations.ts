import type { MigrationInterface, QueryRunner } from "typeorm";

/** When people were invited, and what became of it; `account_links` holds the hash of the link that works. */
export class Invitations1764000000134 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE invitations (
        user_id uuid PRIMARY KEY REFERENCES users ON DELETE CASCADE,
        sent_by uuid REFERENCES users ON DELETE SET NULL,
        sent_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL CHECK (expires_at > sent_at),
        accepted_at timestamptz,
        revoked_at timestamptz,
        CHECK (accepted_at IS NULL OR revoked_at IS NULL)
      );
      -- Who joined before has none: it was not recorded.
      INSERT INTO invitations (user_id, sent_at, expires_at)
      SELECT u.id, coalesce(l.expires_at, u.created_at + interval '7 days') - interval '7 days',
        coalesce(l.expires_at, u.created_at + interval '7 days')
      FROM users u LEFT JOIN account_links l ON l.user_id = u.id
      WHERE NOT u.email_verified;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("DROP TABLE invitations");
  }
}
