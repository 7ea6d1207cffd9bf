import type { MigrationInterface, QueryRunner } from "typeorm";

/**
 * Adds the company that a customer belongs to. The trigger refuses circles whoever writes; new rows need no look, as
 * nothing can belong to them yet. Who changes a parent takes the same lock first (`groups/groupTree.ts`), so that two
 * changes at a time do not close a circle together.
 */
export class GroupsOfCompanies1764000000247 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      SET LOCAL lock_timeout = '10s';
      ALTER TABLE customers ADD COLUMN parent_id uuid REFERENCES customers ON DELETE SET NULL;
      CREATE INDEX customers_parent_idx ON customers (parent_id) WHERE parent_id IS NOT NULL;
      CREATE FUNCTION refuse_circle_of_customers() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          PERFORM pg_advisory_xact_lock(hashtext('groups of customers'));
          IF EXISTS (
            WITH RECURSIVE above (id) AS (
              SELECT NEW.parent_id
              UNION SELECT c.parent_id FROM customers c JOIN above a ON c.id = a.id WHERE c.parent_id IS NOT NULL
            ) SELECT FROM above WHERE id = NEW.id
          ) THEN
            RAISE EXCEPTION 'a customer would belong to itself'
              USING ERRCODE = 'check_violation', CONSTRAINT = 'customers_parent_circle';
          END IF;
          RETURN NULL;
        END $$;
      CREATE TRIGGER customers_parent_circle AFTER UPDATE OF parent_id ON customers FOR EACH ROW
        WHEN (NEW.parent_id IS NOT NULL AND NEW.parent_id IS DISTINCT FROM OLD.parent_id)
        EXECUTE FUNCTION refuse_circle_of_customers();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER customers_parent_circle ON customers;
      DROP FUNCTION refuse_circle_of_customers();
      ALTER TABLE customers DROP COLUMN parent_id;
    `);
  }
}
