import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import {
  chmod,
  copyFile,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  writeFile,
} from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";

const repository = fileURLToPath(new URL("../../../", import.meta.url));
const TOOL = /\.mjs$/;

/** Stands for the server: says each of its starts, with its process, and does on each what `fate` says. */
const SERVER = `
const { appendFileSync, readFileSync } = require("node:fs");
process.on("SIGTERM", () => setTimeout(() => process.exit(0), 100));
process.on("disconnect", () => process.exit(0));
appendFileSync("starts", "x");
const start = readFileSync("starts", "utf8").length;
console.log("start " + start + " is process " + process.pid + " ");
const fate = (process.env.FATE ?? "").split(" ")[start - 1];
if (fate === "dies") process.kill(process.pid, "SIGKILL");
else if (fate) process.exit(Number(fate));
else setInterval(() => undefined, 1000);
`;

/** Stands for npx: says each time that it was run, and does what `NPX` says. */
const NPX = `#!/bin/sh
echo run >> "$SANDBOX/npx-runs"
echo "npx was run"
\${NPX:-true}
`;

let root: string;
let children: ChildProcess[];

beforeEach(async () => {
  children = [];
  root = await mkdtemp(path.join(os.tmpdir(), "clientela-npm-"));
  for (const folder of ["tools", "bin", "apps/api/dist", "node_modules"])
    await mkdir(path.join(root, folder), { recursive: true });
  const tools = await readdir(path.join(repository, "tools"));
  for (const tool of tools.filter((name) => TOOL.test(name)))
    await copyFile(path.join(repository, "tools", tool), path.join(root, "tools", tool));
  const { scripts } = JSON.parse(await readFile(path.join(repository, "package.json"), "utf8"));
  await writeFile(path.join(root, "package.json"), JSON.stringify({ name: "sandbox", scripts }));
  await writeFile(path.join(root, "pnpm-lock.yaml"), "lockfileVersion: 1\n");
  await writeFile(path.join(root, "apps/api/dist/main.js"), SERVER);
  await writeFile(path.join(root, "bin/npx"), NPX);
  await chmod(path.join(root, "bin/npx"), 0o755);
});

afterEach(async () => {
  for (const child of children) {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill("SIGKILL");
      await once(child, "exit");
    }
  }
  await rm(root, { recursive: true, force: true });
});

interface Run {
  child: ChildProcess;
  says(pattern: RegExp): Promise<RegExpExecArray>;
  said(): string;
  ended: Promise<number>;
}

function run(program: string, args: string[], settings: Record<string, string> = {}): Run {
  const child = spawn(program, args, {
    cwd: root,
    env: {
      ...process.env,
      PATH: `${path.join(root, "bin")}:${path.dirname(process.execPath)}:${process.env.PATH}`,
      NODE_OPTIONS: "",
      SANDBOX: root,
      npm_config_update_notifier: "false",
      ...settings,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  children.push(child);
  let said = "";
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (text) => {
      said += text;
    });
  const ended = once(child, "close").then(([code]) => Number(code));
  const says = async (pattern: RegExp) => {
    for (;;) {
      const found = pattern.exec(said);
      if (found) return found;
      const next = Promise.race([once(child.stdout, "data"), once(child.stderr, "data"), ended]);
      if (typeof (await next) === "number" && !pattern.test(said))
        throw new Error(`it ended without saying ${pattern}: ${said}`);
    }
  };
  return { child, says, said: () => said, ended };
}

const start = (settings?: Record<string, string>) =>
  run(process.execPath, ["tools/run.mjs", "start"], settings);

async function npxRuns(): Promise<number> {
  const runs = await readFile(path.join(root, "npx-runs"), "utf8").catch(() => "");
  return runs.split("\n").length - 1;
}

/** Runs a line of code with a function of the tools. */
const call = (code: string, settings?: Record<string, string>) =>
  run(process.execPath, ["--input-type=module", "-e", code], settings);

async function isGone(pid: number): Promise<boolean> {
  const status = await readFile(`/proc/${pid}/status`, "utf8").catch(() => null);
  return status === null || /^State:\s+Z/m.test(status);
}

test("an installed tree does not contact the registry until the lock file changes", async () => {
  const install = `import { install } from "./tools/install.mjs"; await install(process.cwd());`;
  expect(await call(install).ended).toBe(0);
  expect(await npxRuns()).toBe(1);
  expect(await call(install, { NPX: "false" }).ended).toBe(0);
  expect(await npxRuns()).toBe(1);
  await writeFile(path.join(root, "pnpm-lock.yaml"), "lockfileVersion: 2\n");
  const failing = call(install, { NPX: "false" });
  expect(await failing.ended).not.toBe(0);
  expect(failing.said()).toContain("The packages could not be installed");
  // One that failed is not taken for done.
  expect(await call(install).ended).toBe(0);
  expect(await npxRuns()).toBe(3);
});

test("a registry that does not respond is reported in time", async () => {
  const hanging = call(
    `import { install } from "./tools/install.mjs";
     await install(process.cwd(), { npx: 5000, pnpm: 200 }).catch((error) => console.log(error.message));`,
    { NPX: "sleep 60", npm_config_registry: "http://registry.example/" },
  );
  await hanging.ended;
  expect(hanging.said()).toContain("The package registry at registry.example did not answer");
});

test("a killed server is started again, and its exit is passed on", async () => {
  const server = start({ FATE: "dies" });
  await server.says(/start 2/);
  expect(server.said()).toMatch(
    /The server died \(killed by SIGKILL\)\. It is started again in 0\.5 s\./,
  );
  server.child.kill("SIGTERM");
  expect(await server.ended).toBe(0);
  expect(server.said()).not.toContain("start 3");
});

test("a setup error is not retried, but after a crash it may pass", async () => {
  const wrong = start({ FATE: "78" });
  expect(await wrong.ended).toBe(78);
  expect(wrong.said()).not.toContain("start 2");
  await rm(path.join(root, "starts"));
  const passing = start({ FATE: "dies 78" });
  await passing.says(/start 3/);
});

test("a server that keeps crashing is not restarted for ever", async () => {
  const dying = call(
    `import { superviseServer } from "./tools/supervise.mjs";
     process.exitCode = await superviseServer(process.execPath, ["apps/api/dist/main.js"], { cwd: process.cwd(), firstDelayMs: 1 });`,
    { FATE: "3 3 3 3 3 3 3" },
  );
  expect(await dying.ended).toBe(3);
  expect(dying.said()).toContain("The server died (exit code 3), 6 times in a short time.");
  expect(dying.said()).not.toContain("start 7");
});

test("npm's process passes signals on, and ends after the server", async () => {
  const npm = run("npm", ["start"]);
  const [, pid] = await npm.says(/is process (\d+)\s/);
  npm.child.kill("SIGTERM");
  expect(await npm.ended).toBe(0);
  expect(await isGone(Number(pid))).toBe(true);
});

test("a server does not outlive npm when that is killed", async () => {
  const npm = run("npm", ["start"]);
  const [, pid] = await npm.says(/is process (\d+)\s/);
  npm.child.kill("SIGKILL");
  await npm.ended;
  expect(await isGone(Number(pid))).toBe(true);
});

test("an unknown step of the tests is an error", async () => {
  const tests = run(process.execPath, [
    path.join(repository, "tools/test.mjs"),
    "style",
    "nothing-such",
  ]);
  expect(await tests.ended).toBe(1);
  expect(tests.said()).toMatch(/No step's name holds nothing-such\. .*\n {2}style \(biome\)/);
});
