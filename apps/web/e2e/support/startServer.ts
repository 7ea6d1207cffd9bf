import { type ChildProcess, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import { builtServer } from "./places.js";

const START_MS = 60_000;
const STOP_MS = 10_000;

/**
 * Starts the built server on an empty data folder and a free port, as `npm start` does, and names its address and its
 * one-time link in the environment. Answers with what ends it. Where E2E_ADDRESS names a running server, nothing is
 * started: for work on a single journey, with `--no-deps`.
 */
export default async function startServer(): Promise<() => Promise<void>> {
  if (process.env.E2E_ADDRESS) return async () => undefined;
  if (!existsSync(builtServer)) {
    throw new Error("The server is not built: run node tools/build.mjs in the repository first.");
  }
  const dataDir = await mkdtemp(path.join(os.tmpdir(), "clientela-journeys-"));
  const server = spawn(process.execPath, ["--enable-source-maps", builtServer], {
    cwd: dataDir,
    env: {
      ...process.env,
      PORT: "0",
      DATA_DIR: dataDir,
      DATABASE_URL: "",
      LOG_LEVEL: "warn",
      // An import stops between two chunks: small ones keep a journey from waiting for that.
      IMPORT_CHUNK_ROWS: "500",
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const ended = new Promise<void>((resolve) => server.once("exit", () => resolve()));
  const stop = async () => {
    await end(server, ended);
    await rm(dataDir, { recursive: true, force: true });
  };
  try {
    const { address, link } = await whatItSays(server);
    process.env.E2E_ADDRESS = address;
    process.env.E2E_FIRST_LINK = link;
  } catch (error) {
    await stop();
    throw error;
  }
  return stop;
}

/** Waits for the address and the link that a first start prints. */
function whatItSays(server: ChildProcess): Promise<{ address: string; link: string }> {
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
        const link = /\S+\/welcome\?token=\S+/.exec(said)?.[0];
        if (!address || !link) return;
        clearTimeout(timer);
        resolve({ address, link });
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
