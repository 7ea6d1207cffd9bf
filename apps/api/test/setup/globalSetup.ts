import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import path from "node:path";

declare global {
  /** The process that holds the tests' database server. */
  var databaseServer: ChildProcess | undefined;
}

/** Starts one database server for the run and names it in TEST_DATABASE_URL. */
export default async function globalSetup(): Promise<void> {
  // A process of its own, because jest loads this file as CommonJS and the application is made of ES modules.
  const server = fork(path.join(__dirname, "databaseServer.ts"), {
    execArgv: ["--conditions=source", "--import", "@oxc-node/core/register"],
    env: { ...process.env, NODE_OPTIONS: "" },
  });
  const [message] = await Promise.race([
    once(server, "message"),
    once(server, "exit").then(() => {
      throw new Error("The tests' database server did not start; the reason stands above.");
    }),
  ]);
  process.env.TEST_DATABASE_URL = String(message.url);
  globalThis.databaseServer = server;
}
