import type { MigrationInterface, QueryRunner } from "typeorm";

/** Who made a task, since people may change those that they made. */
export class TaskMakers1764000000100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE tasks ADD COLUMN created_by_id uuid REFERENCES users;
      UPDATE tasks t SET created_by_id = a.actor_id
      FROM activity a JOIN users u ON u.id = a.actor_id
      WHERE a.record_id = t.id AND a.record_type = 'Task' AND a.action = 'created' AND a.actor_kind = 'USER';
      CREATE INDEX tasks_created_by_idx ON tasks (created_by_id) WHERE created_by_id IS NOT NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("ALTER TABLE tasks DROP COLUMN created_by_id");
  }
}
