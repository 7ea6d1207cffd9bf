import type { MigrationInterface, QueryRunner } from "typeorm";

/** Compares the names of other systems without case: `Billing` and `billing` are one source of ids. */
export class SourcesWithoutCase1764000000154 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // A record that has an id in two spellings keeps one of them. Of two records, the older one keeps the id; the other
    // has it among those that it lost, and nothing is deleted.
    await runner.query(`
      CREATE TEMP TABLE spelled ON COMMIT DROP AS
        SELECT lower(source) AS key FROM (SELECT DISTINCT source FROM external_ids) s
        GROUP BY lower(source) HAVING count(*) > 1;
      DELETE FROM external_ids x USING (
        SELECT record_id, source, value,
          row_number() OVER (PARTITION BY record_id, lower(source), value ORDER BY live DESC, source) AS nth
        FROM external_ids WHERE lower(source) IN (SELECT key FROM spelled)
      ) d WHERE d.nth > 1 AND x.record_id = d.record_id AND x.source = d.source AND x.value = d.value;
      UPDATE external_ids x SET live = false FROM (
        SELECT record_id, source, value,
          row_number() OVER (PARTITION BY record_type, lower(source), value ORDER BY record_id) AS nth
        FROM external_ids WHERE live AND lower(source) IN (SELECT key FROM spelled)
      ) d WHERE d.nth > 1 AND x.record_id = d.record_id AND x.source = d.source AND x.value = d.value;
      DROP TABLE spelled`);
    await runner.query(`
      DROP INDEX external_ids_live_key;
      CREATE UNIQUE INDEX external_ids_live_key ON external_ids (record_type, lower(source), value) WHERE live;
      CREATE UNIQUE INDEX external_ids_record_key ON external_ids (record_id, lower(source), value)`);
    await runner.query(follow("lower(o.source) = lower(x.source)"));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX external_ids_record_key;
      DROP INDEX external_ids_live_key;
      CREATE UNIQUE INDEX external_ids_live_key ON external_ids (record_type, source, value) WHERE live`);
    await runner.query(follow("o.source = x.source"));
  }
}

const follow = (sameSource: string) => `
  CREATE OR REPLACE FUNCTION external_ids_follow_record() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF TG_OP = 'DELETE' THEN
      DELETE FROM external_ids WHERE record_id = OLD.id;
    ELSIF NEW.deleted_at IS NOT NULL THEN
      UPDATE external_ids SET live = false WHERE record_id = NEW.id AND live;
    ELSE
      UPDATE external_ids x SET live = true WHERE x.record_id = NEW.id AND NOT x.live AND NOT EXISTS (
        SELECT 1 FROM external_ids o
        WHERE o.record_type = x.record_type AND ${sameSource} AND o.value = x.value AND o.live);
    END IF;
    RETURN NULL;
  END $$`;
