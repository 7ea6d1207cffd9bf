import type { MigrationInterface, QueryRunner } from "typeorm";

/**
 * Orders the change feed by commits: each transaction that wrote history gets its position once it is committed,
 * when somebody reads, so that no transaction waits for another one to end, and no write does more than before.
 * What was written until now keeps its order.
 */
export class FeedByCommits1764000000050 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      SET LOCAL lock_timeout = '10s';
      SET LOCAL statement_timeout = 0;
      -- No history is written until this is committed.
      ALTER TABLE activity RENAME COLUMN position TO transaction_id;
      ALTER INDEX activity_position_idx RENAME TO activity_transaction_idx;

      CREATE TABLE feed_commits (
        position bigint PRIMARY KEY,
        -- As the entries of the history have it.
        transaction_id bigint NOT NULL UNIQUE
      );
      -- What was committed already when positions were given last: every transaction before the next one, but for
      -- those that were open.
      CREATE TABLE feed_state (
        only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
        next_transaction bigint NOT NULL,
        open_transactions bigint[] NOT NULL
      );
      INSERT INTO feed_commits (position, transaction_id)
      SELECT row_number() OVER (ORDER BY transaction_id), transaction_id
      FROM (SELECT DISTINCT transaction_id FROM activity) written;
      INSERT INTO feed_state (next_transaction, open_transactions)
      SELECT pg_snapshot_xmax(s)::text::bigint + change_feed_offset(),
        ARRAY(SELECT x::text::bigint + change_feed_offset() FROM pg_snapshot_xip(s) x)
      FROM pg_current_snapshot() s;

      -- The places of those who read: everything up to theirs was written by transactions that had ended.
      UPDATE webhooks w SET position = c.position,
        feed_id = CASE WHEN c.transaction_id = w.position THEN w.feed_id ELSE 'ffffffff-ffff-ffff-ffff-ffffffffffff' END
      FROM webhooks o LEFT JOIN LATERAL (
        SELECT f.position, f.transaction_id FROM feed_commits f WHERE f.transaction_id <= o.position
        UNION ALL SELECT 0, NULL ORDER BY 1 DESC LIMIT 1) c ON true
      WHERE o.id = w.id;

      -- What is new is a handful at the end of a large table, whatever the statistics believe.
      CREATE FUNCTION sequence_feed() RETURNS void LANGUAGE plpgsql SET enable_seqscan = off SET enable_bitmapscan = off AS $$
        DECLARE
          known feed_state;
        BEGIN
          IF pg_current_xact_id_if_assigned() IS NOT NULL THEN
            RAISE EXCEPTION 'positions in the feed are not given by a transaction that writes';
          END IF;
          SELECT * INTO STRICT known FROM feed_state;
          IF NOT EXISTS (SELECT 1 FROM activity WHERE transaction_id >= known.next_transaction)
            AND NOT EXISTS (SELECT 1 FROM activity WHERE transaction_id = ANY (known.open_transactions)) THEN
            RETURN;
          END IF;
          SELECT * INTO STRICT known FROM feed_state FOR UPDATE;
          -- One statement, so that the snapshot that is kept is the one that the entries were seen in. Of those that
          -- were committed since, one that waited for another wrote its last entry after it.
          WITH written AS (
            SELECT transaction_id, id FROM activity WHERE transaction_id >= known.next_transaction
            UNION ALL
            SELECT transaction_id, id FROM activity WHERE transaction_id = ANY (known.open_transactions)
              AND transaction_id < known.next_transaction
          ), numbered AS (
            INSERT INTO feed_commits (position, transaction_id)
            SELECT (SELECT coalesce(max(f.position), 0) FROM feed_commits f)
                + row_number() OVER (ORDER BY max(w.id::text), w.transaction_id), w.transaction_id
            FROM written w GROUP BY w.transaction_id
          )
          UPDATE feed_state SET next_transaction = pg_snapshot_xmax(s)::text::bigint + change_feed_offset(),
            -- A snapshot does not name the transaction that takes it.
            open_transactions = ARRAY(
              SELECT x::text::bigint + change_feed_offset() FROM pg_snapshot_xip(s) x
              UNION SELECT pg_current_xact_id()::text::bigint + change_feed_offset())
          FROM pg_current_snapshot() s;
        END
      $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      UPDATE webhooks w SET position = coalesce(
        (SELECT c.transaction_id FROM feed_commits c WHERE c.position = w.position), 0);
      DROP FUNCTION sequence_feed();
      DROP TABLE feed_state, feed_commits;
      ALTER INDEX activity_transaction_idx RENAME TO activity_position_idx;
      ALTER TABLE activity RENAME COLUMN transaction_id TO position;
    `);
  }
}
