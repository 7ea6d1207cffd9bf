import type { MigrationInterface, QueryRunner } from "typeorm";

/** The orders in which records of all customers are listed unless another is asked for, as the lists write them. */
const orders = {
  contacts_name_idx: "contacts (name_key, id)",
  projects_created_idx: "projects (created_at, id)",
  tasks_due_idx: "tasks ((coalesce(due_on, 'infinity'::date)), id)",
  deals_created_idx: "deals (created_at, id)",
  quotes_issued_idx: "quotes (issued_on, id)",
  orders_ordered_idx: "orders (ordered_on, id)",
  time_entries_worked_idx: "time_entries (worked_on, id)",
};

/** Lists records of all customers without sorting them all for a page. */
export class ListsAcrossCustomers1764000000230 implements MigrationInterface {
  // An index can be built beside people's writes outside of a transaction alone.
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    await runner.query("SET statement_timeout = 0; SET lock_timeout = '5s'");
    try {
      for (const [name, order] of Object.entries(orders)) {
        // One that was cut short before is there and of no use.
        await runner.query(`DROP INDEX CONCURRENTLY IF EXISTS ${name}`);
        await runner.query(
          `CREATE INDEX CONCURRENTLY ${name} ON ${order} WHERE deleted_at IS NULL`,
        );
      }
    } finally {
      await runner.query("RESET statement_timeout; RESET lock_timeout");
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const name of Object.keys(orders)) await runner.query(`DROP INDEX ${name}`);
  }
}
