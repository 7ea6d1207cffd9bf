import pg from "pg";
import { pino } from "pino";
import { registry } from "../../src/features.js";
import { prepareServing } from "../../src/platform/database/connections/servingLogin.js";
import { migrate, openDatabase } from "../../src/platform/database/database.js";
import { migrateJobs } from "../../src/platform/jobs/jobs.js";

/** The database that every test's own database is a copy of. */
export const templateName = "clientela_template";

/** Makes the template again on the server at `url`: the schema as it is now, and no rows. */
export async function createTemplate(url: string): Promise<void> {
  const admin = new pg.Client(url);
  await admin.connect();
  try {
    await admin.query(`DROP DATABASE IF EXISTS ${templateName} WITH (FORCE)`);
    await admin.query(`CREATE DATABASE ${templateName}`);
  } finally {
    await admin.end();
  }
  const template = new URL(url);
  template.pathname = `/${templateName}`;
  await bringUpToDate(template.href);
}

/** Does with a database what the start of a server does: its schema becomes the newest one, and the server's login may use it. */
export async function bringUpToDate(url: string): Promise<void> {
  const log = pino({ level: "silent" });
  const database = await openDatabase({ url, log });
  await migrate(database);
  await migrateJobs(database, log);
  await prepareServing(database.pool, {
    ownerUrl: url,
    servingUrl: undefined,
    appendOnly: registry.appendOnly,
    log,
  });
  await database.close();
}
