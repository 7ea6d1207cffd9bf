/**
 * Performs the steps of deploy/Dockerfile without Docker, and starts the result: puts the production folder together where no
 * compiler can be run, holds that it is small enough, starts it as another user who can write to DATA_DIR alone, signs in, opens
 * the application, and ends it. `pnpm check:production` (Linux; as root it starts as another user on a read-only mount).
 * PORT (4790) says where it listens; LIMIT_MB (350) how large the folder may be; KEEP=1 keeps it.
 */
import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import os from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { putTogether } from "./production.mjs";
import { SERVER_FLAGS } from "./serverFlags.mjs";
import { root } from "./workspace.mjs";

const PORT = Number(process.env.PORT ?? 4790);
const LIMIT_MB = Number(process.env.LIMIT_MB ?? 350);
const START_MS = 60_000;
const NOBODY = 65_534;
const COMPILERS = ["cc", "gcc", "g++", "c++", "clang", "make", "node-gyp", "python3"];
const ADMIN = { email: "check@example.com", password: "correct horse battery" };

const isRoot = process.getuid() === 0;
const folder = mkdtempSync(path.join(os.tmpdir(), "clientela-production-"));
const tree = path.join(folder, "clientela");
const dataDir = path.join(folder, "data");
const url = `http://127.0.0.1:${PORT}`;

/** Puts programs in front of the path that say that they were run, and fail. */
function withoutCompilers() {
  const bin = path.join(folder, "bin");
  const runs = path.join(folder, "compiled");
  mkdirSync(bin);
  for (const name of COMPILERS) {
    writeFileSync(path.join(bin, name), `#!/bin/sh\necho ${name} "$@" >> ${runs}\nexit 1\n`);
    chmodSync(path.join(bin, name), 0o755);
  }
  process.env.PATH = `${bin}:${process.env.PATH}`;
  return () => (existsSync(runs) ? readFileSync(runs, "utf8") : "");
}

/** Megabytes on the disk, as `du` counts them. */
function sizeOf(place) {
  return Number(execFileSync("du", ["-sk", place], { encoding: "utf8" }).split("\t")[0]) / 1024;
}

function largest() {
  const packages = path.join(tree, "apps/api/node_modules/.pnpm");
  return readdirSync(packages)
    .map((name) => ({ name, mb: sizeOf(path.join(packages, name)) }))
    .sort((a, b) => b.mb - a.mb)
    .slice(0, 8)
    .map(({ name, mb }) => `${mb.toFixed(0)} MB ${name.split("_")[0]}`)
    .join(", ");
}

function start() {
  const flags = SERVER_FLAGS.map((flag) => flag.replace(root, tree));
  const command = [process.execPath, ...flags, "apps/api/dist/main.js"];
  // A mount of its own that nobody can write to, which only this process and those it starts see.
  const readOnly = `mount --bind ${tree} ${tree} && mount -o remount,ro,bind ${tree} && cd ${tree} && exec setpriv --reuid ${NOBODY} --regid ${NOBODY} --clear-groups "$@"`;
  const [program, ...args] = isRoot
    ? ["unshare", "--mount", "sh", "-c", readOnly, "sh", ...command]
    : command;
  return spawn(program, args, {
    cwd: tree,
    env: {
      PATH: "/usr/bin:/bin",
      NODE_ENV: "production",
      PORT: String(PORT),
      DATA_DIR: dataDir,
      DATABASE_URL: "",
      ADMIN_EMAIL: ADMIN.email,
      ADMIN_PASSWORD: ADMIN.password,
      LOG_LEVEL: "warn",
      DRAIN_SECONDS: "0",
    },
    stdio: ["ignore", "ignore", "inherit"],
  });
}

async function untilReady(child) {
  const gone = once(child, "exit").then(([code]) => {
    throw new Error(`the server ended with code ${code}`);
  });
  const ready = (async () => {
    for (const end = Date.now() + START_MS; Date.now() < end; await pause(100))
      if ((await fetch(`${url}/readyz`).catch(() => null))?.ok) return;
    throw new Error(`the server was not ready within ${START_MS} ms`);
  })();
  await Promise.race([ready, gone]);
}

async function use() {
  const health = spawn(process.execPath, [
    path.join(tree, "tools/healthcheck.mjs"),
    `${url}/healthz`,
  ]);
  const [code] = await once(health, "exit");
  if (code !== 0) throw new Error("the health check failed");
  const page = await fetch(url);
  if (!page.ok || !(await page.text()).includes("<script"))
    throw new Error("the application was not served");
  const answer = await fetch(`${url}/api/auth/sign-in/email`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(ADMIN),
  });
  if (!answer.ok) throw new Error(`sign-in answered ${answer.status}`);
}

let child;
try {
  const compiled = withoutCompilers();
  await putTogether(tree);
  if (compiled()) throw new Error(`compilers were run:\n${compiled()}`);
  const size = sizeOf(tree);
  console.log(`${size.toFixed(0)} MB, of which ${largest()}`);
  if (size > LIMIT_MB) throw new Error(`more than ${LIMIT_MB} MB`);
  mkdirSync(dataDir);
  if (isRoot) chownSync(dataDir, NOBODY, NOBODY);
  chmodSync(folder, 0o755);
  const before = performance.now();
  child = start();
  await untilReady(child);
  console.log(`Ready after ${((performance.now() - before) / 1000).toFixed(1)} s.`);
  await use();
  child.kill("SIGTERM");
  const [code] = await once(child, "exit");
  if (code !== 0) throw new Error(`the server ended with code ${code}`);
  console.log("It was put together, started, used and ended.");
} catch (error) {
  console.error(`check of production: ${error.message}`);
  child?.kill("SIGKILL");
  process.exitCode = 1;
} finally {
  if (process.env.KEEP) console.log(`Kept: ${folder}`);
  else rmSync(folder, { recursive: true, force: true });
}
