import { resolve } from "node:path";
import type { Logger } from "pino";
import type { Env } from "./env.js";
import { alignChangeFeed } from "./features/activity/alignChangeFeed.js";
import type { Stop } from "./openApp.js";
import { refusePooler } from "./platform/database/connections/pooler.js";
import { prepareServing } from "./platform/database/connections/servingLogin.js";
import type { AppendOnly } from "./platform/database/connections/servingRole.js";
import { migrate, openDatabase } from "./platform/database/database.js";
import { refuseUnfinishedRestore } from "./platform/database/unfinishedRestore.js";
import { untilMigrated } from "./platform/database/untilMigrated.js";
import { startEmbedded } from "./platform/embedded/embeddedPostgres.js";
import { migrateJobs } from "./platform/jobs/jobs.js";
import { SetupError } from "./platform/setupError.js";

/** How the database of a process is brought up. */
export interface ServerDatabaseOptions {
  /** Tables that are written once, by the columns that may be blanked. */
  appendOnly: AppendOnly;
  log: Logger;
  /** Tells the person who watches the start what takes time. */
  print: (line: string) => void;
  stops: Stop[];
  /** Called when the embedded database ends by itself. */
  onLost: (error: unknown) => never;
}

/** Throws a SetupError unless the settings name a database: the embedded one belongs to a single process. */
export function requireDatabaseUrl(env: Env, processType: string): void {
  if (env.DATABASE_URL === undefined)
    throw new SetupError(
      `A process of the type ${processType} needs DATABASE_URL: the built-in database belongs to the process that does everything (npm start).`,
    );
}

/**
 * Starts the embedded database unless the settings name another one, and brings it up to date; returns the URL that the
 * process serves with.
 */
export async function bringUpDatabase(
  env: Env,
  { appendOnly, log, print, stops, onLost }: ServerDatabaseOptions,
): Promise<string> {
  let ownerUrl = env.DATABASE_URL;
  if (!ownerUrl) {
    print("Starting PostgreSQL …");
    const embedded = await startEmbedded({
      dataDir: resolve(env.DATA_DIR),
      log: (line) => log.info(line),
      serverLog: (line) => log.debug(line),
      onLost,
    });
    stops.push(embedded.stop);
    ownerUrl = embedded.url;
  }
  if (env.DATABASE_URL) await refusePooler(env.DATABASE_URL);
  const database = await openDatabase({ url: ownerUrl, log });
  try {
    await refuseUnfinishedRestore(database.pool);
    if (env.MIGRATE_AT_START === "on") {
      print("Bringing the database up to date …");
      await migrate(database);
    } else
      await untilMigrated(database, () =>
        print("Waiting for another process to run the migrations …"),
      );
    await alignChangeFeed(database.pool);
    await migrateJobs(database, log);
    return await prepareServing(database.pool, {
      ownerUrl,
      servingUrl: env.SERVING_DATABASE_URL,
      appendOnly,
      log,
    });
  } finally {
    await database.close();
  }
}
