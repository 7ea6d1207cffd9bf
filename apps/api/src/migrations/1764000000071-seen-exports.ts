import type { MigrationInterface, QueryRunner } from "typeorm";

/** Keeps with each export what it takes to see it; those made before take all that they may have asked. */
export class SeenExports1764000000071 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      SET LOCAL lock_timeout = '10s';
      ALTER TABLE exports ADD COLUMN needs text[] NOT NULL DEFAULT '{customers:read}';
      UPDATE exports SET needs = needs
        || CASE kind WHEN 'CUSTOMERS' THEN '{}'::text[] ELSE ARRAY[lower(kind) || ':read'] END
        || CASE WHEN question->'filter' ?| '{hasOverdueTasks,hasOverdueInvoices}'
            OR question->'orderBy'->>'field' IN ('ACTIVE_PROJECTS', 'HOURS', 'OVERDUE_TASKS', 'OPEN_ORDERS', 'OUTSTANDING', 'OVERDUE')
          THEN '{projects:read,time:read,tasks:read,orders:read,invoices:read}'::text[] ELSE '{}' END;
      ALTER TABLE exports ALTER COLUMN needs DROP DEFAULT;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("ALTER TABLE exports DROP COLUMN needs");
  }
}
