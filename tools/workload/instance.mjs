// A built server on a data folder of its own, started again whenever it ends.
import { execFileSync, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import {
  closeSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import net from "node:net";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { SERVER_FLAGS } from "../serverFlags.mjs";
import { root } from "../workspace.mjs";

const MAIN = path.join(root, "apps/api/dist/main.js");
const ADMIN = { email: "workload@example.com", password: "correct horse battery" };
const START_MS = 60_000;
// The room of a data folder that can be filled; what it holds and what fills it is memory.
const DISK_MB = 600;
const BALLAST = Buffer.alloc(1024 * 1024);
const CLOCK = new URL("shiftedClock.mjs", import.meta.url).href;

async function freePort() {
  const server = net.createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address();
  server.close();
  await once(server, "close");
  return port;
}

const argumentsOf = (pid) => {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ");
  } catch {
    return "";
  }
};

const childrenOf = (pid) => {
  try {
    return readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8")
      .split(" ")
      .filter(Boolean)
      .map(Number);
  } catch {
    return [];
  }
};

export class Instance {
  child = null;
  ending = false;
  headers = { "content-type": "application/json" };

  /** `disk` gives the data folder a file system of its own, where this process may mount one. */
  constructor(dataDir, { disk = false } = {}) {
    this.dataDir = dataDir;
    this.clockFile = `${dataDir}.clock`;
    this.hasOwnDisk = disk && this.mountDisk();
  }

  mountDisk() {
    mkdirSync(this.dataDir);
    const args = ["-t", "tmpfs", "-o", `size=${DISK_MB}m,mode=0700`, "tmpfs", this.dataDir];
    return spawnSync("mount", args, { stdio: "ignore" }).status === 0;
  }

  get ballast() {
    return path.join(this.dataDir, "ballast");
  }

  /** Takes all the room that is left. */
  fillDisk() {
    const file = openSync(this.ballast, "w");
    try {
      for (;;) writeSync(file, BALLAST);
    } catch (error) {
      if (error.code !== "ENOSPC") throw error;
    } finally {
      closeSync(file);
    }
  }

  freeDisk() {
    rmSync(this.ballast, { force: true });
  }

  /** Sets the clock of the server and the worker ahead, or back. */
  shiftClock(milliseconds) {
    writeFileSync(this.clockFile, String(milliseconds));
  }

  /** What the server finds wrong with what it keeps of customers. Ends it. */
  async faultsOfMetrics() {
    await this.end();
    const checked = this.spawn(0, ["ignore", "pipe", "inherit"], ["--check-metrics"]);
    let said = "";
    await new Promise((resolve) => {
      checked.stdout.on("data", (chunk) => {
        said += chunk;
        if (/running at/.test(said)) resolve();
      });
      checked.once("exit", resolve);
    });
    const gone = checked.exitCode === null && once(checked, "exit");
    checked.kill("SIGTERM");
    await gone;
    return said.includes("All that is kept is right.") ? [] : [`metrics: ${said}`];
  }

  /** Starts it and whatever takes its place, as `npm start` does. */
  async start() {
    this.port = await freePort();
    this.url = `http://127.0.0.1:${this.port}`;
    this.keep();
    await this.untilReady(START_MS);
  }

  keep() {
    this.child = this.spawn(this.port);
    this.child.once("exit", () => {
      if (!this.ending) setTimeout(() => this.keep(), 300);
    });
  }

  spawn(port, stdio = ["ignore", "ignore", "inherit"], args = []) {
    return spawn(process.execPath, [...SERVER_FLAGS, "--import", CLOCK, MAIN, ...args], {
      env: {
        ...process.env,
        NODE_OPTIONS: "",
        PORT: String(port),
        DATA_DIR: this.dataDir,
        DATABASE_URL: "",
        ADMIN_EMAIL: ADMIN.email,
        ADMIN_PASSWORD: ADMIN.password,
        DRAIN_SECONDS: "1",
        LOG_LEVEL: process.env.LOG_LEVEL ?? "fatal",
        REQUESTS_PER_MINUTE: "0",
        WEBHOOK_NETWORKS: "127.0.0.1",
        SHIFTED_CLOCK_FILE: this.clockFile,
      },
      stdio,
    });
  }

  async untilReady(milliseconds) {
    for (const end = Date.now() + milliseconds; Date.now() < end; await pause(100)) {
      const answer = await fetch(`${this.url}/readyz`).catch(() => null);
      if (answer?.ok) return;
    }
    throw new Error(`the server was not ready within ${milliseconds} ms`);
  }

  async signIn() {
    const answer = await fetch(`${this.url}/api/auth/sign-in/email`, {
      method: "POST",
      headers: this.headers,
      body: JSON.stringify(ADMIN),
    });
    if (!answer.ok) throw new Error(`sign-in answered ${answer.status}`);
    this.cookie = answer.headers
      .getSetCookie()
      .map((one) => one.split(";")[0])
      .join("; ");
    this.headers = { ...this.headers, cookie: this.cookie };
  }

  /** The process that does background work. */
  get worker() {
    return childrenOf(this.child.pid).find((pid) => argumentsOf(pid).includes("worker.js"));
  }

  /** The database server's first process. */
  get postmaster() {
    try {
      const file = readFileSync(path.join(this.dataDir, "postgres", "postmaster.pid"), "utf8");
      return Number(file.split("\n")[0]);
    } catch {
      return undefined;
    }
  }

  /** The processes at the database that serve connections of the server. */
  get backends() {
    return childrenOf(this.postmaster).filter((pid) =>
      /^postgres: clientela_app/.test(argumentsOf(pid)),
    );
  }

  async end() {
    this.ending = true;
    if (!this.child || this.child.exitCode !== null) return;
    const gone = once(this.child, "exit");
    this.child.kill("SIGTERM");
    const timer = setTimeout(() => this.child.kill("SIGKILL"), 30_000);
    await gone;
    clearTimeout(timer);
  }

  /** Ends it, and takes its file system away. */
  async close() {
    await this.end();
    if (this.hasOwnDisk) execFileSync("umount", ["-l", this.dataDir]);
  }
}
