import type { MigrationInterface, QueryRunner } from "typeorm";

/** Addresses of programs that are told of what happens, and what they were told. */
export class Webhooks1764000000030 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      SET LOCAL lock_timeout = '10s';
      CREATE TABLE webhooks (
        id uuid PRIMARY KEY DEFAULT uuid_v7(),
        url text NOT NULL CHECK (length(url) BETWEEN 1 AND 2000),
        description text CHECK (length(description) BETWEEN 1 AND 200),
        events text[] NOT NULL CHECK (cardinality(events) > 0),
        -- With the one before, which still signs until a time after a change.
        sealed_secret text NOT NULL,
        former_sealed_secret text,
        former_secret_until timestamptz,
        disabled_at timestamptz,
        -- While its receiver does not take the first of the line.
        failing_since timestamptz,
        retry_at timestamptz,
        -- How far the change feed was read for it.
        position bigint NOT NULL,
        feed_id uuid NOT NULL,
        -- Which process sends, and until when it is believed to be alive.
        claim uuid,
        claimed_until timestamptz,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        version integer NOT NULL DEFAULT 1
      );

      CREATE TABLE webhook_deliveries (
        id uuid PRIMARY KEY,
        webhook_id uuid NOT NULL REFERENCES webhooks ON DELETE CASCADE,
        activity_id uuid NOT NULL REFERENCES activity,
        event text NOT NULL,
        status text NOT NULL DEFAULT 'PENDING' CHECK (status IN ('PENDING', 'DELIVERED', 'FAILED')),
        -- A person asked to send it again.
        asked_again boolean NOT NULL DEFAULT false,
        attempts integer NOT NULL DEFAULT 0,
        attempted_at timestamptz,
        answer_status integer,
        problem text,
        created_at timestamptz NOT NULL DEFAULT now(),
        UNIQUE (webhook_id, activity_id)
      );
      CREATE INDEX webhook_deliveries_webhook_idx ON webhook_deliveries (webhook_id, id);
      CREATE INDEX webhook_deliveries_line_idx ON webhook_deliveries (webhook_id, id)
        WHERE status = 'PENDING' OR asked_again;
      CREATE INDEX webhook_deliveries_age_idx ON webhook_deliveries (created_at) WHERE status <> 'PENDING';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("DROP TABLE webhook_deliveries, webhooks");
  }
}
