import { type ChildProcess, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import { SERVER_FLAGS } from "../../../../tools/serverFlags.mjs";
import { builtServer } from "./places.js";

const START_MS = 60_000;
const STOP_MS = 10_000;

/** A server that runs for journeys. */
export interface RunningServer {
  pid: number;
  address: string;
  /** The link that makes the first admin, where the settings make none. */
  link: string | undefined;
  stop: () => Promise<void>;
}

/** Starts the built server on an empty data folder and a free port, as `npm start` does; whoever starts it stops it. */
export async function runServer(settings: Record<string, string> = {}): Promise<RunningServer> {
  if (!existsSync(builtServer)) {
    throw new Error("The server is not built: run node tools/build.mjs in the repository first.");
  }
  const dataDir = await mkdtemp(path.join(os.tmpdir(), "clientela-journeys-"));
  const server = spawn(process.execPath, [...SERVER_FLAGS, builtServer], {
    cwd: dataDir,
    env: {
      ...process.env,
      PORT: "0",
      DATA_DIR: dataDir,
      DATABASE_URL: "",
      LOG_LEVEL: "warn",
      // An import stops between two chunks: small ones keep a journey from waiting for that.
      IMPORT_CHUNK_ROWS: "500",
      ...settings,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const ended = new Promise<void>((resolve) => server.once("exit", () => resolve()));
  const stop = async () => {
    await end(server, ended);
    await rm(dataDir, { recursive: true, force: true });
  };
  try {
    const said = await whatItSays(server);
    if (server.pid === undefined) throw new Error("the server has no process");
    return { ...said, pid: server.pid, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Waits for the address, and for the link of a first start, which come before how to stop it. */
function whatItSays(server: ChildProcess): Promise<Pick<RunningServer, "address" | "link">> {
  return new Promise((resolve, reject) => {
    let said = "";
    const fail = (why: string) => reject(new Error(`${why}\n${said}`));
    const timer = setTimeout(() => fail("The server did not start in time:"), START_MS);
    server.once("exit", () => fail("The server ended before it was ready:"));
    for (const stream of [server.stdout, server.stderr]) {
      if (!stream) continue;
      createInterface({ input: stream }).on("line", (line) => {
        said += `${line}\n`;
        const address = /running at (\S+)/.exec(said)?.[1];
        if (!address || !said.includes("Ctrl-C stops it.")) return;
        clearTimeout(timer);
        resolve({ address, link: /\S+\/welcome\?token=\S+/.exec(said)?.[0] });
      });
    }
  });
}

/** Ends the server in good order, or by force when it takes too long. */
async function end(server: ChildProcess, ended: Promise<void>): Promise<void> {
  server.kill("SIGTERM");
  const force = setTimeout(() => server.kill("SIGKILL"), STOP_MS);
  await ended;
  clearTimeout(force);
}
