// Brings node_modules to what the lock file says. It runs on any Node from 20 on and without any package.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";

const windows = process.platform === "win32";
const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"];
/** What npx runs: the version of pnpm that wrote the lock file. */
export const PNPM = ["--yes", "pnpm@12.21.0"];
/** The longest that npx may say nothing while it fetches pnpm, and pnpm while it installs. */
const SILENCE_MS = { npx: 60_000, pnpm: 120_000 };

/**
 * Installs the packages where they are not what the lock file, this platform and this Node ask for; otherwise nothing
 * is run and no registry is asked. Quiet unless it fails.
 * @param {string} root the repository
 * @param {{ npx: number, pnpm: number }} [silenceMs] for tests
 * @throws {Error} in words for the person who started the program
 */
export async function install(root, silenceMs = SILENCE_MS) {
  const wanted = wantedPackages(root);
  const stamp = path.join(root, "node_modules", ".installed-from");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted && hasFolders(root)) return;
  console.log("Installing…");
  // An installation that is broken off is not taken for one that is whole.
  rmSync(stamp, { force: true });
  await runPnpm(
    root,
    ["install", "--frozen-lockfile", "--prefer-offline", "--reporter=append-only"],
    silenceMs,
  );
  writeFileSync(stamp, wanted);
}

/** One text for everything that decides what is installed. */
function wantedPackages(root) {
  const files = ["pnpm-lock.yaml", "pnpm-workspace.yaml", ...filesIn(root, "patches")];
  for (const folder of workspaces(root)) files.push(path.join(folder, "package.json"));
  const hash = createHash("sha256");
  for (const file of files) {
    const full = path.join(root, file);
    if (existsSync(full)) hash.update(`${file}\0`).update(readFileSync(full)).update("\0");
  }
  const major = Number.parseInt(process.versions.node, 10);
  return `${hash.digest("hex")} ${process.platform}-${process.arch} node ${major}\n`;
}

function hasFolders(root) {
  return workspaces(root).every((folder) => {
    const { dependencies, devDependencies } = JSON.parse(
      readFileSync(path.join(root, folder, "package.json"), "utf8"),
    );
    const needs = Object.keys({ ...dependencies, ...devDependencies }).length > 0;
    return !needs || existsSync(path.join(root, folder, "node_modules"));
  });
}

/** The root and every folder with a package of its own, as pnpm-workspace.yaml names them. */
function workspaces(root) {
  const inside = (folder) => filesIn(root, folder).sort();
  return [".", "tools", ...inside("apps"), ...inside("packages")].filter((folder) =>
    existsSync(path.join(root, folder, "package.json")),
  );
}

function filesIn(root, folder) {
  const full = path.join(root, folder);
  return existsSync(full) ? readdirSync(full).map((name) => path.join(folder, name)) : [];
}

function runPnpm(root, args, silenceMs) {
  return new Promise((resolve, reject) => {
    const child = spawn("npx", [...PNPM, ...args], {
      cwd: root,
      // npx is a script on Windows. With CI set, pnpm asks no questions.
      shell: windows,
      env: { ...process.env, CI: "true" },
      stdio: ["ignore", "pipe", "pipe"],
      detached: !windows,
    });
    let output = "";
    let silent;
    const listen = (ms) => {
      clearTimeout(silent);
      silent = setTimeout(giveUp, ms, ms);
    };
    const giveUp = (ms) => {
      end(child);
      process.stderr.write(output);
      reject(
        new Error(
          `The package registry${registry()} did not answer for ${Math.round(ms / 1000)} s, and not all packages are here yet. Check the network, or the registry that npm is set to, and start again.`,
        ),
      );
    };
    listen(silenceMs.npx);
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8").on("data", (chunk) => {
        output += chunk;
        listen(silenceMs.pnpm);
      });
    }
    // Whoever ends this ends what it started.
    const endWithUs = () => end(child);
    const leave = () => process.exit(130);
    process.once("exit", endWithUs);
    for (const signal of SIGNALS) process.on(signal, leave);
    const done = (error) => {
      clearTimeout(silent);
      process.off("exit", endWithUs);
      for (const signal of SIGNALS) process.off(signal, leave);
      if (error) reject(error);
      else resolve();
    };
    child.once("error", (error) =>
      done(new Error(`npx, which comes with Node, could not be run: ${error.message}`)),
    );
    child.once("close", (code) => {
      if (code === 0) return done();
      process.stderr.write(output);
      done(new Error("The packages could not be installed; the reason stands above."));
    });
  });
}

function registry() {
  const url = process.env.npm_config_registry;
  return url && URL.canParse(url) ? ` at ${new URL(url).host}` : "";
}

/** Ends npx with all that it started. */
function end(child) {
  try {
    if (windows) child.kill();
    else process.kill(-child.pid, "SIGKILL");
  } catch {
    // It has ended already.
  }
}
