import { once } from "node:events";
import { setTimeout as pause } from "node:timers/promises";

const PATIENCE_MS = 10_000;

/** Ends the run's database server and waits until its files are gone; one that does not end in time is killed. */
export default async function globalTeardown(): Promise<void> {
  const server = globalThis.databaseServer;
  if (!server || server.exitCode !== null || server.signalCode !== null) return;
  const gone = once(server, "exit");
  if (server.connected) server.disconnect();
  const late = await Promise.race([
    gone.then(() => false),
    pause(PATIENCE_MS, true, { ref: false }),
  ]);
  if (!late) return;
  process.stderr.write("The tests' database server did not end in time and was killed.\n");
  server.kill("SIGKILL");
  await gone;
}
