import { setTimeout as pause } from "node:timers/promises";
import { migrations } from "../../migrations.js";
import { type Database, refuseNewerData } from "./database.js";

const LOOK_MS = 500;

/**
 * Waits until another process has run all migrations, such as the job of a deployment.
 * @param onWait called once, where there is something to wait for
 * @throws SetupError where the database is newer than this program
 */
export async function untilMigrated({ pool }: Database, onWait: () => void): Promise<void> {
  for (let looks = 0; ; looks++) {
    const client = await pool.connect();
    try {
      const done = await refuseNewerData(client);
      if (migrations.every(({ name }) => done.has(name))) return;
    } finally {
      client.release();
    }
    if (looks === 0) onWait();
    await pause(LOOK_MS);
  }
}
