import type { MigrationInterface, QueryRunner } from "typeorm";

/** What an admin sets for everyone; what is null there is as the server was started. */
export class Organisation1764000000033 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      SET LOCAL lock_timeout = '10s';
      CREATE TABLE organisation_settings (
        id uuid PRIMARY KEY DEFAULT uuid_v7(),
        single boolean NOT NULL DEFAULT true UNIQUE CHECK (single),
        time_zone text CHECK (length(time_zone) BETWEEN 1 AND 64),
        currency text CHECK (currency ~ '^[A-Z]{3}$'),
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        version integer NOT NULL DEFAULT 1
      );
      INSERT INTO organisation_settings DEFAULT VALUES;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("DROP TABLE organisation_settings");
  }
}
