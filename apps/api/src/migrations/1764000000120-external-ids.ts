import type { MigrationInterface, QueryRunner } from "typeorm";

const TABLES = [
  "customers",
  "contacts",
  "projects",
  "tasks",
  "time_entries",
  "deals",
  "quotes",
  "orders",
  "invoices",
  "files",
];

/** Ids in other systems for every kind of record, in one table; they go to the trash and come back with their record. */
export class ExternalIds1764000000120 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE external_ids (
        record_type text NOT NULL,
        record_id uuid NOT NULL,
        source text NOT NULL CHECK (length(source) BETWEEN 1 AND 100),
        value text NOT NULL CHECK (length(value) BETWEEN 1 AND 200),
        -- False while its record is in the trash, and afterwards where another record took the id meanwhile.
        live boolean NOT NULL DEFAULT true,
        PRIMARY KEY (record_id, source, value)
      );
      INSERT INTO external_ids (record_type, record_id, source, value, live)
        SELECT 'Customer', e.customer_id, e.source, e.external_id, c.deleted_at IS NULL
        FROM customer_external_ids e JOIN customers c ON c.id = e.customer_id;
      DROP TABLE customer_external_ids;
      CREATE UNIQUE INDEX external_ids_live_key ON external_ids (record_type, source, value) WHERE live;
      CREATE TRIGGER most_parts_made AFTER INSERT ON external_ids REFERENCING NEW TABLE AS new_rows
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_too_many_parts('record_id', 'live', '500', 'externalIds');
      CREATE TRIGGER most_parts_moved AFTER UPDATE ON external_ids REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_too_many_parts('record_id', 'live', '500', 'externalIds');

      -- The ids of customers that are not in the trash.
      CREATE VIEW customer_external_ids AS
        SELECT record_id AS customer_id, source, value AS external_id FROM external_ids
        WHERE record_type = 'Customer' AND live;

      CREATE FUNCTION external_ids_follow_record() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'DELETE' THEN
          DELETE FROM external_ids WHERE record_id = OLD.id;
        ELSIF NEW.deleted_at IS NOT NULL THEN
          UPDATE external_ids SET live = false WHERE record_id = NEW.id AND live;
        ELSE
          UPDATE external_ids x SET live = true WHERE x.record_id = NEW.id AND NOT x.live AND NOT EXISTS (
            SELECT 1 FROM external_ids o
            WHERE o.record_type = x.record_type AND o.source = x.source AND o.value = x.value AND o.live);
        END IF;
        RETURN NULL;
      END $$`);
    for (const table of TABLES) {
      await runner.query(`
        CREATE TRIGGER external_ids_trashed AFTER UPDATE OF deleted_at ON ${table} FOR EACH ROW
          WHEN ((OLD.deleted_at IS NULL) <> (NEW.deleted_at IS NULL)) EXECUTE FUNCTION external_ids_follow_record();
        CREATE TRIGGER external_ids_deleted AFTER DELETE ON ${table} FOR EACH ROW
          EXECUTE FUNCTION external_ids_follow_record()`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of TABLES) {
      await runner.query(
        `DROP TRIGGER external_ids_trashed ON ${table}; DROP TRIGGER external_ids_deleted ON ${table}`,
      );
    }
    await runner.query(`
      DROP FUNCTION external_ids_follow_record();
      DROP VIEW customer_external_ids;
      CREATE TABLE customer_external_ids (
        customer_id uuid NOT NULL REFERENCES customers ON DELETE CASCADE,
        source text NOT NULL CHECK (length(source) BETWEEN 1 AND 100),
        external_id text NOT NULL CHECK (length(external_id) BETWEEN 1 AND 200),
        PRIMARY KEY (source, external_id)
      );
      CREATE INDEX customer_external_ids_customer_idx ON customer_external_ids (customer_id);
      INSERT INTO customer_external_ids (customer_id, source, external_id)
        SELECT DISTINCT ON (source, value) record_id, source, value FROM external_ids
        WHERE record_type = 'Customer' ORDER BY source, value, live DESC, record_id;
      DROP TABLE external_ids;
      CREATE TRIGGER most_parts_made AFTER INSERT ON customer_external_ids REFERENCING NEW TABLE AS new_rows
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_too_many_parts('customer_id', 'true', '500', 'externalIds');
      CREATE TRIGGER most_parts_moved AFTER UPDATE ON customer_external_ids REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_too_many_parts('customer_id', 'true', '500', 'externalIds')`);
  }
}
