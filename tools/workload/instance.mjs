// A built server on a data folder of its own, started again whenever it ends.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import net from "node:net";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { SERVER_FLAGS } from "../serverFlags.mjs";
import { root } from "../workspace.mjs";

const MAIN = path.join(root, "apps/api/dist/main.js");
const ADMIN = { email: "workload@example.com", password: "correct horse battery" };
const START_MS = 60_000;

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

  constructor(dataDir) {
    this.dataDir = dataDir;
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

  spawn(port, stdio = ["ignore", "ignore", "inherit"]) {
    return spawn(process.execPath, [...SERVER_FLAGS, MAIN], {
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
}
