import type { MigrationInterface, QueryRunner } from "typeorm";

// As lists of tasks are sorted (features/tasks/task.list.ts).
const MOMENT = "(coalesce(due_on, 'infinity'::date) + coalesce(due_time, '24:00'::time))";
const INDEXES = {
  tasks_customer_moment_idx: `(customer_id, ${MOMENT}, id) INCLUDE (status, due_on) WHERE deleted_at IS NULL`,
  tasks_project_moment_idx: `(project_id, ${MOMENT}, id) INCLUDE (status) WHERE deleted_at IS NULL AND project_id IS NOT NULL`,
  tasks_open_moment_idx: `(${MOMENT}, id) WHERE deleted_at IS NULL AND status <> 'DONE'`,
  tasks_assignee_moment_idx: `(assignee_id, ${MOMENT}, id) WHERE deleted_at IS NULL AND status <> 'DONE' AND assignee_id IS NOT NULL`,
};

/** Gives tasks a time of their day, and lists of tasks the order of day and time. */
export class DueTimes1764000000237 implements MigrationInterface {
  // An index can be built beside people's writes outside of a transaction alone.
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    await runner.query("SET statement_timeout = 0; SET lock_timeout = '5s'");
    try {
      await runner.query("ALTER TABLE tasks ADD COLUMN IF NOT EXISTS due_time time(0)");
      for (const [name, columns] of Object.entries(INDEXES)) {
        // One that was cut short before is there and of no use.
        await runner.query(`DROP INDEX CONCURRENTLY IF EXISTS ${name}`);
        await runner.query(`CREATE INDEX CONCURRENTLY ${name} ON tasks ${columns}`);
      }
    } finally {
      await runner.query("RESET statement_timeout; RESET lock_timeout");
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const name of Object.keys(INDEXES)) await runner.query(`DROP INDEX ${name}`);
    await runner.query("ALTER TABLE tasks DROP COLUMN due_time");
  }
}
