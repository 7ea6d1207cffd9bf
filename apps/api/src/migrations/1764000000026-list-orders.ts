import type { MigrationInterface, QueryRunner } from "typeorm";

// As platform's listing of customers writes them; the name breaks ties, as people look for it there.
const orders = {
  customers_country_idx: "coalesce(country, '~') || E'\\x01' || name_key",
  customers_standing_idx: `CASE status WHEN 'LEAD' THEN '1' WHEN 'ACTIVE' THEN '2' WHEN 'INACTIVE' THEN '3' ELSE '4' END || E'\\x01' || name_key`,
  customers_owner_name_idx: "coalesce('0' || owner_key, '1') || E'\\x01' || name_key",
};

const backfilledAtOnce = 20_000;

/** Sorts the list by country, status and owner; the owner's name stands in the row for that. */
export class ListOrders1764000000026 implements MigrationInterface {
  // An index can be built beside people's writes outside of a transaction alone.
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    await runner.query("SET statement_timeout = 0; SET lock_timeout = '5s'");
    try {
      await runner.query(`
        ALTER TABLE customers ADD COLUMN IF NOT EXISTS owner_key text COLLATE "C";

        CREATE OR REPLACE FUNCTION set_owner_key() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          NEW.owner_key := (SELECT fold(u.name) FROM users u WHERE u.id = NEW.owner_id);
          RETURN NEW;
        END $$;
        CREATE OR REPLACE TRIGGER customers_owner_of_new BEFORE INSERT ON customers
          FOR EACH ROW WHEN (NEW.owner_id IS NOT NULL) EXECUTE FUNCTION set_owner_key();
        CREATE OR REPLACE TRIGGER customers_other_owner BEFORE UPDATE OF owner_id ON customers
          FOR EACH ROW WHEN (NEW.owner_id IS DISTINCT FROM OLD.owner_id) EXECUTE FUNCTION set_owner_key();

        -- A sort key, not data: neither the version nor the history of a customer knows of it.
        CREATE OR REPLACE FUNCTION rename_owner() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          UPDATE customers SET owner_key = fold(NEW.name) WHERE owner_id = NEW.id;
          RETURN NULL;
        END $$;
        CREATE OR REPLACE TRIGGER users_rename_owner AFTER UPDATE OF name ON users
          FOR EACH ROW WHEN (NEW.name IS DISTINCT FROM OLD.name) EXECUTE FUNCTION rename_owner();
      `);
      for (;;) {
        const [, changed]: [unknown, number] = await runner.query(`
          UPDATE customers c SET owner_key = fold(u.name) FROM users u
          WHERE u.id = c.owner_id AND c.id IN (
            SELECT id FROM customers WHERE owner_id IS NOT NULL AND owner_key IS NULL LIMIT ${backfilledAtOnce}
          )`);
        if (changed < backfilledAtOnce) break;
      }
      for (const [name, order] of Object.entries(orders)) {
        // One that was cut short before is there and of no use.
        await runner.query(`DROP INDEX CONCURRENTLY IF EXISTS ${name}`);
        await runner.query(`
          CREATE INDEX CONCURRENTLY ${name} ON customers (((${order}) COLLATE "C"), id)
          WHERE deleted_at IS NULL AND status <> 'ARCHIVED'`);
      }
    } finally {
      await runner.query("RESET statement_timeout; RESET lock_timeout");
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const name of Object.keys(orders)) await runner.query(`DROP INDEX ${name}`);
    await runner.query(`
      DROP TRIGGER users_rename_owner ON users;
      DROP FUNCTION rename_owner();
      DROP TRIGGER customers_other_owner ON customers;
      DROP TRIGGER customers_owner_of_new ON customers;
      DROP FUNCTION set_owner_key();
      ALTER TABLE customers DROP COLUMN owner_key;
    `);
  }
}
