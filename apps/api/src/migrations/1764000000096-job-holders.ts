import type { MigrationInterface, QueryRunner } from "typeorm";

/** Which process has a job in hand, so that others go on with it as soon as that process is gone. */
export class JobHolders1764000000096 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE job_holders (
        job_id uuid PRIMARY KEY,
        queue text NOT NULL,
        -- The key of an advisory lock that the process holds as long as it lives.
        holder integer NOT NULL,
        missing_since timestamptz
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("DROP TABLE job_holders");
  }
}
