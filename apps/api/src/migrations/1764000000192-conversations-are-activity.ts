import type { MigrationInterface, QueryRunner } from "typeorm";

const WHAT_COUNTS = "('Customer', 'Address', 'Contact', 'Note', 'Conversation')";

/** Counts what is logged of conversations, and done to notes, as a customer's last activity. */
export class ConversationsAreActivity1764000000192 implements MigrationInterface {
  // An index can be built beside people's writes outside of a transaction alone.
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    await runner.query("SET statement_timeout = 0; SET lock_timeout = '5s'");
    try {
      // One that was cut short before is there and of no use.
      await runner.query("DROP INDEX CONCURRENTLY IF EXISTS activity_last_contact_idx");
      // As the list of customers filters and sorts (features/customers/customer.loaders.ts).
      await runner.query(`
        CREATE INDEX CONCURRENTLY activity_last_contact_idx ON activity (customer_id, id DESC) INCLUDE (created_at)
        WHERE customer_id IS NOT NULL AND record_type IN ${WHAT_COUNTS}`);
      await runner.query(`
        CREATE OR REPLACE FUNCTION note_last_activity() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          IF TG_OP <> 'DELETE' THEN
            INSERT INTO metric_changes (metric, record_id)
            SELECT DISTINCT 'LAST_ACTIVITY', customer_id FROM rows_now
            WHERE customer_id IS NOT NULL AND record_type IN ${WHAT_COUNTS};
          END IF;
          IF TG_OP <> 'INSERT' THEN
            INSERT INTO metric_changes (metric, record_id)
            SELECT DISTINCT 'LAST_ACTIVITY', customer_id FROM rows_before
            WHERE customer_id IS NOT NULL AND record_type IN ${WHAT_COUNTS};
          END IF;
          RETURN NULL;
        END $$;
        INSERT INTO metric_changes (metric, record_id)
          SELECT 'LAST_ACTIVITY', customer_id FROM notes UNION SELECT 'LAST_ACTIVITY', customer_id FROM conversations`);
      await runner.query("DROP INDEX CONCURRENTLY IF EXISTS activity_last_seen_idx");
    } finally {
      await runner.query("RESET statement_timeout; RESET lock_timeout");
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX activity_last_seen_idx ON activity (customer_id, id DESC) INCLUDE (created_at)
      WHERE customer_id IS NOT NULL AND record_type IN ('Customer', 'Address', 'Contact')`);
    await runner.query("DROP INDEX activity_last_contact_idx");
    await runner.query(`
      CREATE OR REPLACE FUNCTION note_last_activity() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP <> 'DELETE' THEN
          INSERT INTO metric_changes (metric, record_id)
          SELECT DISTINCT 'LAST_ACTIVITY', customer_id FROM rows_now
          WHERE customer_id IS NOT NULL AND record_type IN ('Customer', 'Address', 'Contact');
        END IF;
        IF TG_OP <> 'INSERT' THEN
          INSERT INTO metric_changes (metric, record_id)
          SELECT DISTINCT 'LAST_ACTIVITY', customer_id FROM rows_before
          WHERE customer_id IS NOT NULL AND record_type IN ('Customer', 'Address', 'Contact');
        END IF;
        RETURN NULL;
      END $$`);
  }
}
