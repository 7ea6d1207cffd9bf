// One command from nothing: `node tools/run.mjs start|test [arguments]`, on any Node from 20 on and without any package.
// It installs what is missing, then goes on under Node 24.
import { spawn, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { SERVER_FLAGS } from "./serverFlags.mjs";

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const windows = process.platform === "win32";
const INSTALL_MS = 10 * 60_000;
const ownMajor = Number.parseInt(process.versions.node, 10);
const [command, ...rest] = process.argv.slice(2);

if (ownMajor < 20)
  fail(
    `Clientela needs Node 20 or newer; this is Node ${process.versions.node}. Get it from https://nodejs.org.`,
  );
if (command !== "start" && command !== "test")
  fail("Say what to do: node tools/run.mjs start, or node tools/run.mjs test.");

install();
const node = node24();
if (command === "test") {
  process.exitCode = await runToEnd(["tools/test.mjs", ...rest]);
} else {
  process.exitCode = await runToEnd(["tools/build.mjs"]);
  if (process.exitCode === 0)
    process.exitCode = await runToEnd([...SERVER_FLAGS, "apps/api/dist/main.js", ...rest]);
}

/** Brings node_modules to what the lock file says; quiet unless it fails. */
function install() {
  console.log("Installing…");
  const args = ["--yes", "pnpm@12.21.0", "install", "--frozen-lockfile", "--prefer-offline"];
  const { status, stdout, stderr, error } = spawnSync("npx", args, {
    cwd: root,
    // npx is a script on Windows. With CI set, pnpm asks no questions.
    shell: windows,
    env: { ...process.env, CI: "true" },
    stdio: ["ignore", "pipe", "pipe"],
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
    timeout: INSTALL_MS,
    killSignal: "SIGKILL",
  });
  if (status === 0) return;
  if (error?.code === "ETIMEDOUT")
    fail(`The packages did not arrive in ${INSTALL_MS / 60_000} minutes. Is the network there?`);
  process.stderr.write(`${stdout ?? ""}${stderr ?? ""}`);
  fail(
    error
      ? `npx, which comes with Node, could not be run: ${error.message}`
      : "The packages could not be installed; the reason stands above.",
  );
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

/**
 * Runs Node 24 until it ends; answers with its exit code. The child is in a process group of its own, so that Ctrl-C,
 * which a terminal sends to all, and npm once more, reaches it from here alone and once.
 */
function runToEnd(args) {
  return new Promise((resolve) => {
    const child = spawn(node, args, { cwd: root, stdio: "inherit", detached: !windows });
    let last = 0;
    const pass = (signal) => () => {
      // A Windows console tells the child by itself.
      if (windows || Date.now() - last < 1000) return;
      last = Date.now();
      const whom = command === "test" ? -child.pid : child.pid;
      try {
        process.kill(whom, signal);
      } catch {
        // It has ended already.
      }
    };
    const listeners = [
      ["SIGINT", pass("SIGINT")],
      ["SIGTERM", pass("SIGTERM")],
      ["SIGHUP", pass("SIGTERM")],
    ];
    for (const [signal, listener] of listeners) process.on(signal, listener);
    const end = (code) => {
      for (const [signal, listener] of listeners) process.off(signal, listener);
      resolve(code);
    };
    child.once("error", (error) => {
      console.error(error.message);
      end(1);
    });
    child.once("exit", (code, signal) =>
      end(code ?? (signal === "SIGINT" ? 130 : signal === "SIGTERM" ? 143 : 1)),
    );
  });
}

function fail(message) {
  console.error(message);
  process.exit(1);
}
