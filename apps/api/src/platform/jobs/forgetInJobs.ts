import sql from "sql-template-tag";
import type { Db } from "../database/db.js";

/** Removes the errors of failed jobs that contain one of the texts: the database quotes values that it refuses. */
export async function forgetInJobs(db: Db, texts: readonly string[]): Promise<void> {
  const patterns = texts.map((text) => `%${text.toLowerCase().replace(/[\\%_]/g, "\\$&")}%`);
  await db.execute(sql`
    UPDATE jobs.job SET output = NULL
    WHERE output IS NOT NULL AND lower(output::text) LIKE ANY(${patterns}::text[])`);
}
