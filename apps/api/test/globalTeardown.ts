import { once } from "node:events";

/** Ends the run's database server and waits until its files are gone. */
export default async function globalTeardown(): Promise<void> {
  const server = globalThis.databaseServer;
  if (!server || server.exitCode !== null) return;
  const gone = once(server, "exit");
  server.disconnect();
  await gone;
}
