import type { MigrationInterface, QueryRunner } from "typeorm";

/**
 * Marks what a demo brought that was loaded before demos were marked. It is known by its people, who have the same ids on
 * every installation: a transaction that made customers, with a history of several of them and of nobody else, is a demo,
 * as nobody writes in another's name.
 */
export const MARK_EARLIER_DEMOS = `
  SET LOCAL lock_timeout = '10s';
  WITH people AS (
    SELECT id FROM users
    WHERE id BETWEEN '01900000-0000-7000-8000-000000000001' AND '01900000-0000-7000-8000-000000000008'
      AND email LIKE '%@demo.example'
  ), demos AS (
    SELECT transaction_id FROM activity
    WHERE EXISTS (SELECT FROM people) AND transaction_id <> ALL ((SELECT demo_transactions())::bigint[])
    GROUP BY transaction_id
    HAVING bool_and(actor_id IS NOT NULL AND actor_id IN (SELECT id FROM people)) AND count(DISTINCT actor_id) > 1
      AND bool_or(record_type = 'Customer' AND action = 'created')
  ), marked AS (
    INSERT INTO guarded.demo_loads SELECT transaction_id FROM demos
  )
  INSERT INTO demo_records (id, table_name)
    SELECT a.record_id, t.table_name
    FROM activity a JOIN demos USING (transaction_id)
      JOIN (VALUES ('Customer', 'customers'), ('Address', 'addresses'), ('Contact', 'contacts'), ('Project', 'projects'),
        ('TimeEntry', 'time_entries'), ('Task', 'tasks'), ('Deal', 'deals'), ('Quote', 'quotes'), ('Order', 'orders'),
        ('Invoice', 'invoices'), ('File', 'files')) AS t (record_type, table_name) ON t.record_type = a.record_type
    WHERE a.action = 'created'
    UNION ALL SELECT id, 'users' FROM people WHERE EXISTS (SELECT FROM demos)
  ON CONFLICT DO NOTHING`;

/** Makes demos removable that were loaded before it was recorded what a demo brings. */
export class EarlierDemos1764000000113 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(MARK_EARLIER_DEMOS);
  }

  // What is known of a demo is no change of the schema.
  async down(): Promise<void> {}
}
