import type { MigrationInterface, QueryRunner } from "typeorm";

/**
 * Keeps which records a demo brought, so that it can be taken away again, its part of the history too: what stands in
 * the history of a transaction that filled an empty database with a demo is the only thing that may leave it.
 */
export class DemoRecords1764000000090 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      SET LOCAL lock_timeout = '10s';
      CREATE TABLE demo_records (
        id uuid PRIMARY KEY,
        table_name text NOT NULL
      );

      -- Nobody but the owner of the tables writes here, who serves no one.
      CREATE SCHEMA guarded;
      CREATE TABLE guarded.demo_loads (
        -- As the entries of the history have it.
        transaction_id bigint PRIMARY KEY
      );

      -- Says that this transaction brings a demo, which it may do where there is no customer yet.
      CREATE FUNCTION begin_demo() RETURNS void
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_catalog
        AS $$
          BEGIN
            IF EXISTS (SELECT FROM customers) THEN
              RAISE EXCEPTION 'there are customers already' USING ERRCODE = 'insufficient_privilege';
            END IF;
            INSERT INTO guarded.demo_loads VALUES (pg_current_xact_id()::text::bigint + change_feed_offset())
            ON CONFLICT DO NOTHING;
          END
        $$;

      CREATE FUNCTION demo_transactions() RETURNS bigint[]
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_catalog
        AS 'SELECT coalesce(array_agg(transaction_id), ''{}'') FROM guarded.demo_loads';

      -- Takes what a demo brought of these customers' history out of it.
      CREATE FUNCTION remove_demo_history(customer_ids uuid[]) RETURNS void
        LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_catalog
        AS $$
          DELETE FROM activity a WHERE a.customer_id = ANY (customer_ids)
            AND a.transaction_id IN (SELECT transaction_id FROM guarded.demo_loads)
        $$;

      CREATE FUNCTION guard_history_but_demo() RETURNS trigger
        LANGUAGE plpgsql
        AS $$
          BEGIN
            IF EXISTS (SELECT FROM guarded.demo_loads d WHERE d.transaction_id = OLD.transaction_id) THEN
              RETURN OLD;
            END IF;
            RAISE EXCEPTION 'rows of % are never changed', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
          END
        $$;
      DROP TRIGGER activity_is_append_only ON activity;
      CREATE TRIGGER activity_is_append_only BEFORE UPDATE ON activity
        FOR EACH ROW EXECUTE FUNCTION guard_history();
      CREATE TRIGGER activity_is_never_deleted BEFORE DELETE ON activity
        FOR EACH ROW EXECUTE FUNCTION guard_history_but_demo();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER activity_is_never_deleted ON activity;
      DROP TRIGGER activity_is_append_only ON activity;
      CREATE TRIGGER activity_is_append_only BEFORE UPDATE OR DELETE ON activity
        FOR EACH ROW EXECUTE FUNCTION guard_history();
      DROP FUNCTION guard_history_but_demo(), remove_demo_history(uuid[]), demo_transactions(), begin_demo();
      DROP SCHEMA guarded CASCADE;
      DROP TABLE demo_records;
    `);
  }
}
