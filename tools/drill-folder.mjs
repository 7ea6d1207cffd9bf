/**
 * Two containers on one data folder, and kills: writes customers by the graph without a pause, kills the server, its
 * container or only the application in it at random, tries a second container on the folder meanwhile, and finally looks
 * whether everything that was acknowledged is there, once.
 * `node tools/drill-folder.mjs`, after a build, as root on Linux (unshare); MINUTES (5), SEED (random, printed).
 */
import { spawn } from "node:child_process";
import { randomInt } from "node:crypto";
import { once } from "node:events";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { SERVER_FLAGS } from "./serverFlags.mjs";
import { root } from "./workspace.mjs";

const MINUTES = Number(process.env.MINUTES ?? 5);
const SEED = Number(process.env.SEED ?? randomInt(2 ** 31));
const ADMIN = { email: "drill@example.com", password: "correct horse battery 9" };
// What containers have of their own: process ids, System V shared memory, mounts.
const UNSHARE = ["--pid", "--ipc", "--mount", "--mount-proc", "--fork", "--kill-child"];
const START_MS = 120_000;
const CREATE = `mutation ($input: CreateCustomerInput!) { createCustomer(input: $input) { customer { id } } }`;
const PAGE = `query ($after: String) { customers(first: 100, after: $after) {
  nodes { id legalName } pageInfo { hasNextPage endCursor } } }`;

let state = SEED;
/** A number from 0 to 1, the same ones for the same seed (mulberry32). */
function random() {
  state = (state + 0x6d2b79f5) | 0;
  let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
}

const dataDir = await mkdtemp(path.join(os.tmpdir(), "clientela-drill-"));

/** Starts the server on the folder in a container of its own; a shell stays when it ends, as a supervisor does. */
function startContainer() {
  const program = [process.execPath, ...SERVER_FLAGS, path.join(root, "apps/api/dist/main.js")];
  const child = spawn(
    "unshare",
    [...UNSHARE, "sh", "-c", '"$0" "$@"; echo "it ended with $?"; sleep 600', ...program],
    {
      env: {
        ...process.env,
        PORT: "0",
        DATA_DIR: dataDir,
        DATABASE_URL: "",
        ADMIN_EMAIL: ADMIN.email,
        ADMIN_PASSWORD: ADMIN.password,
        LOG_LEVEL: "silent",
        REQUESTS_PER_MINUTE: "0",
      },
      stdio: ["ignore", "pipe", "pipe"],
    },
  );
  let said = "";
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (text) => {
      said += text;
    });
  const ended = once(child, "exit");
  return {
    async says(pattern) {
      const deadline = Date.now() + START_MS;
      for (;;) {
        const found = pattern.exec(said);
        if (found) return found;
        if (Date.now() > deadline || child.exitCode !== null)
          throw new Error(`it did not say ${pattern}:\n${said}`);
        await pause(20);
      }
    },
    async kill() {
      child.kill("SIGKILL");
      await ended;
    },
    async signalServer(signal) {
      const shell = await childOf(child.pid);
      process.kill(await childOf(shell), signal);
    },
  };
}

async function childOf(pid) {
  return Number.parseInt(await readFile(`/proc/${pid}/task/${pid}/children`, "utf8"), 10);
}

async function signIn(url) {
  const answer = await fetch(`${url}/api/auth/sign-in/email`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(ADMIN),
  });
  if (!answer.ok) throw new Error(`sign-in answered ${answer.status}`);
  const cookies = answer.headers.getSetCookie().map((one) => one.split(";")[0]);
  return { "content-type": "application/json", cookie: cookies.join("; ") };
}

async function ask({ url, headers }, query, variables) {
  const answer = await fetch(`${url}/graphql`, {
    method: "POST",
    headers,
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = await answer.json();
  if (errors) throw new Error(JSON.stringify(errors));
  return data;
}

const address = { city: "Porto", country: "PT" };
const acknowledged = new Set();
let written = 0;

/** Writes until it is stopped; what fails was not acknowledged. */
async function write(server, stopping) {
  while (!stopping.aborted) {
    const legalName = `Drill ${written++}`;
    await ask(server, CREATE, { input: { legalName, address } })
      .then(() => acknowledged.add(legalName))
      .catch(() => pause(50));
  }
}

async function assertAllThere(server) {
  const there = new Map();
  let after = null;
  do {
    const { customers } = await ask(server, PAGE, { after });
    for (const { legalName } of customers.nodes)
      there.set(legalName, (there.get(legalName) ?? 0) + 1);
    after = customers.pageInfo.hasNextPage ? customers.pageInfo.endCursor : null;
  } while (after !== null);
  const lost = [...acknowledged].filter((name) => !there.has(name));
  const twice = [...there].filter(([, times]) => times > 1);
  if (lost.length + twice.length > 0)
    throw new Error(`${lost.length} of ${acknowledged.size} lost, ${twice.length} twice`);
}

async function secondIsRefused(pattern) {
  const second = startContainer();
  await second.says(/it ended with 78/);
  await second.says(pattern);
  await second.kill();
}

const ends = {
  "its container is killed": (container) => container.kill(),
  "the application alone is killed, its database goes on": async (container) => {
    await container.signalServer("SIGKILL");
    await container.says(/it ended with 137/);
    await secondIsRefused(/A database server still works on/);
    await container.kill();
  },
  "it ends in good order": async (container) => {
    await container.signalServer("SIGTERM");
    await container.says(/it ended with 0/);
    await container.kill();
  },
};

console.log(`seed ${SEED}, ${MINUTES} minutes`);
const end = Date.now() + MINUTES * 60_000;
for (let round = 1; ; round += 1) {
  const started = performance.now();
  const container = startContainer();
  try {
    const [, url] = await container.says(/running at (\S+)/);
    const server = { url, headers: await signIn(url) };
    const up = ((performance.now() - started) / 1000).toFixed(1);
    await assertAllThere(server);
    if (Date.now() > end) break;
    const stopping = new AbortController();
    const writing = [1, 2, 3, 4].map(() => write(server, stopping.signal));
    if (random() < 0.5) await secondIsRefused(/Clientela is already running on this data folder/);
    await pause(500 + random() * 4_000);
    const [how, finish] = Object.entries(ends)[Math.floor(random() * 3)];
    await finish(container);
    stopping.abort();
    await Promise.all(writing);
    console.log(`${round}: up after ${up} s, ${acknowledged.size} acknowledged; ${how}`);
  } finally {
    await container.kill();
  }
}
await rm(dataDir, { recursive: true, force: true });
if (acknowledged.size === 0) throw new Error("nothing was acknowledged");
console.log(`all ${acknowledged.size} acknowledged customers are there, none twice`);
