import type { MigrationInterface, QueryRunner } from "typeorm";

// Who is told of what is written to the history: a new assignee, and colleagues whom a text mentions for the first time.
const CONCERNED = `
  SELECT a.record_type, a.record_id, a.customer_id, a.actor_id, 'ASSIGNED' AS kind, c->>'new' AS user_id
  FROM rows_now a CROSS JOIN LATERAL jsonb_array_elements(a.changes) c
  WHERE a.record_type = 'Task' AND a.action IN ('created', 'updated') AND c->>'field' = 'assigneeId'
  UNION ALL
  SELECT a.record_type, a.record_id, a.customer_id, a.actor_id, 'MENTIONED', m.id
  FROM rows_now a CROSS JOIN LATERAL jsonb_array_elements(a.changes) c
  CROSS JOIN LATERAL jsonb_array_elements_text(CASE jsonb_typeof(c->'new') WHEN 'array' THEN c->'new' ELSE '[]' END) m(id)
  WHERE a.record_type = 'Note' AND a.action IN ('created', 'updated') AND c->>'field' = 'mentionIds'
    AND NOT coalesce(jsonb_typeof(c->'old') = 'array' AND c->'old' ? m.id, false)`;

/** Adds what people are told of: mentions, assignments, and their finished imports and exports. */
export class Notifications1764000000238 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      SET LOCAL lock_timeout = '10s';
      CREATE TABLE notifications (
        id uuid PRIMARY KEY DEFAULT uuid_v7(),
        -- Demo people go, and what they were told with them.
        user_id uuid NOT NULL REFERENCES users ON DELETE CASCADE,
        kind text NOT NULL CHECK (kind IN ('MENTIONED', 'ASSIGNED', 'IMPORT_FINISHED', 'EXPORT_FINISHED')),
        record_type text NOT NULL,
        record_id uuid NOT NULL,
        caused_by_id uuid REFERENCES users ON DELETE SET NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        version integer NOT NULL DEFAULT 1,
        read_at timestamptz
      );
      CREATE INDEX notifications_user_idx ON notifications (user_id, id);
      CREATE INDEX notifications_unread_idx ON notifications (user_id) WHERE read_at IS NULL;
      CREATE TABLE muted_customers (
        user_id uuid NOT NULL REFERENCES users ON DELETE CASCADE,
        customer_id uuid NOT NULL REFERENCES customers ON DELETE CASCADE,
        PRIMARY KEY (user_id, customer_id)
      );
      CREATE INDEX muted_customers_customer_idx ON muted_customers (customer_id);

      -- Says whose inbox has something new, once a statement and person.
      CREATE FUNCTION tell_inbox() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        PERFORM pg_notify('clientela_events',
          jsonb_build_object('name', 'notification.added', 'id', n.user_id, 'parentId', NULL)::text)
        FROM (SELECT DISTINCT user_id FROM rows_now) n;
        RETURN NULL;
      END $$;
      CREATE TRIGGER tell_inbox AFTER INSERT ON notifications REFERENCING NEW TABLE AS rows_now
        FOR EACH STATEMENT EXECUTE FUNCTION tell_inbox();

      CREATE FUNCTION notify_concerned() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF NOT EXISTS (SELECT FROM rows_now WHERE record_type IN ('Task', 'Note')) THEN RETURN NULL; END IF;
        INSERT INTO notifications (user_id, kind, record_type, record_id, caused_by_id)
        SELECT u.id, c.kind, c.record_type, c.record_id, a.id
        FROM (${CONCERNED}) c
        JOIN users u ON u.id = c.user_id::uuid
        LEFT JOIN users a ON a.id = c.actor_id
        WHERE u.id IS DISTINCT FROM c.actor_id
          -- Who muted a customer muted the one, too, into which it was merged.
          AND NOT EXISTS (
            SELECT FROM muted_customers m WHERE m.user_id = u.id AND (m.customer_id = c.customer_id
              OR m.customer_id IN (SELECT o.id FROM merged_customers o WHERE o.survivor_id = c.customer_id)));
        RETURN NULL;
      END $$;
      CREATE TRIGGER notify_concerned AFTER INSERT ON activity REFERENCING NEW TABLE AS rows_now
        FOR EACH STATEMENT EXECUTE FUNCTION notify_concerned();

      CREATE FUNCTION notify_finished() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        INSERT INTO notifications (user_id, kind, record_type, record_id)
        VALUES (NEW.user_id, upper(TG_ARGV[0]) || '_FINISHED', TG_ARGV[0], NEW.id);
        RETURN NULL;
      END $$;
      CREATE TRIGGER notify_finished AFTER UPDATE OF status ON imports FOR EACH ROW
        WHEN (NEW.status IN ('DONE', 'FAILED') AND OLD.status <> NEW.status AND NEW.user_id IS NOT NULL)
        EXECUTE FUNCTION notify_finished('Import');
      CREATE TRIGGER notify_finished AFTER UPDATE OF status ON exports FOR EACH ROW
        WHEN (NEW.status IN ('DONE', 'FAILED') AND OLD.status <> NEW.status AND NEW.user_id IS NOT NULL)
        EXECUTE FUNCTION notify_finished('Export');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER notify_finished ON exports;
      DROP TRIGGER notify_finished ON imports;
      DROP TRIGGER notify_concerned ON activity;
      DROP TABLE muted_customers, notifications;
      DROP FUNCTION notify_finished, notify_concerned, tell_inbox`);
  }
}
