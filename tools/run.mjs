// One command from nothing: `node tools/run.mjs start|test|backup|verify|restore [arguments]`, on any Node from 20 on and without any package.
// It installs what is missing, then goes on under Node 24.
import { existsSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { install } from "./install.mjs";
import { SERVER_FLAGS } from "./serverFlags.mjs";
import { exitCode, runToEnd, superviseServer } from "./supervise.mjs";

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const windows = process.platform === "win32";
const ownMajor = Number.parseInt(process.versions.node, 10);
const [command, ...rest] = process.argv.slice(2);
const BACKUPS = ["backup", "verify", "restore"];

if (ownMajor < 20)
  fail(
    `Clientela needs Node 20 or newer; this is Node ${process.versions.node}. Get it from https://nodejs.org.`,
  );
if (!["start", "test", ...BACKUPS].includes(command))
  fail(`Say what to do: node tools/run.mjs start, test, ${BACKUPS.join(", ")}.`);

await install(root).catch((error) => fail(error.message));
const node = node24();
if (command === "test") {
  process.exitCode = await run("tools/test.mjs", ...rest);
} else {
  process.exitCode = await run("tools/build.mjs");
  if (process.exitCode === 0 && BACKUPS.includes(command))
    process.exitCode = await run(...SERVER_FLAGS, "apps/api/dist/backup.js", command, ...rest);
  else if (process.exitCode === 0)
    process.exitCode = await superviseServer(
      node,
      [...SERVER_FLAGS, "apps/api/dist/main.js", ...rest],
      { cwd: root },
    );
}

async function run(...args) {
  return exitCode(await runToEnd(node, args, { cwd: root, whole: true }));
}

/** The path of a Node 24: this one, or the one among the packages. */
function node24() {
  if (ownMajor >= 24) return process.execPath;
  const installed = path.join(root, "node_modules", "node", "bin", windows ? "node.exe" : "node");
  if (existsSync(installed)) return installed;
  return fail(
    `There is no packaged Node 24 for ${process.platform}-${process.arch}. Install Node 24 from https://nodejs.org and try again.`,
  );
}

function fail(message) {
  console.error(message);
  process.exit(1);
}
