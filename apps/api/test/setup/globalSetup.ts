import { type ChildProcess, execFileSync, fork } from "node:child_process";
import { once } from "node:events";
import path from "node:path";

declare global {
  /** The process that holds the tests' database server. */
  var databaseServer: ChildProcess | undefined;
}

const builder = path.join(import.meta.dirname, "../../../../tools/build.mjs");

/** Builds the programs that tests start, and starts one database server for the run, named in TEST_DATABASE_URL. */
export default async function globalSetup(): Promise<void> {
  execFileSync(process.execPath, [builder, "shared", "api"], { stdio: "inherit" });
  // A process of its own, which ends with the run even where that is killed.
  const server = fork(path.join(import.meta.dirname, "databaseServer.ts"), {
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
