// What the tools know of the repository: where it is, its packages and how their scripts are run.
import { spawn } from "node:child_process";
import { existsSync, readFileSync, realpathSync } from "node:fs";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const windows = process.platform === "win32";
const PATIENCE_MS = 15_000;
const OUTPUT_MS = 5_000;
const running = new Set();

// Only run.mjs, which does not import this, works with an older Node.
if (Number.parseInt(process.versions.node, 10) < 24) {
  console.error(
    `The tools need Node 24, and this is Node ${process.versions.node}. Run them by the scripts of package.json ` +
      "(pnpm SCRIPT), which use the Node that comes with the packages, or with node_modules/.bin/node.",
  );
  process.exit(1);
}

/** The folder of the repository. */
export const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

/** Whether the module of this URL is the one that Node was started with (`import.meta.main` needs Node 24.2). */
export function isMain(url) {
  const [, started] = process.argv;
  return started !== undefined && url === pathToFileURL(realpathSync(started)).href;
}

/** The packages in the order in which they are built: name to folder. */
export const packages = { shared: "packages/shared", api: "apps/api", web: "apps/web" };

/** Whether a file or folder of the repository exists. */
export function has(...parts) {
  return existsSync(path.join(root, ...parts));
}

/** A package's package.json. */
export function manifest(folder) {
  return JSON.parse(readFileSync(path.join(root, folder, "package.json"), "utf8"));
}

/** Runs a script of a package's package.json; `args` are added to it. See `run`. */
export function runScript(folder, script, args = [], options = {}) {
  return run(folder, process.execPath, ["--run", script, "--", ...args], options);
}

/**
 * Ends what is running now, with all that it started: gently, and what is still there after some seconds by force.
 * Resolves when all of it is gone.
 */
export async function endRunning() {
  await Promise.all([...running].map(endTree));
}

/** Runs a program that a package brings, such as biome. See `run`. */
export function runBinary(name, args = [], options = {}) {
  // pnpm's programs are batch files on Windows, which only a shell runs.
  return run(".", path.join(root, "node_modules", ".bin", name), args, {
    ...options,
    shell: windows,
  });
}

/**
 * Runs a program in a folder of the repository until it ends, or until its time is up, which ends all that it started.
 * @returns {Promise<{ ok: boolean, output: string, timedOut: boolean }>} `output` is empty unless `quiet` is set, which keeps it from the screen
 */
function run(folder, program, args, options = {}) {
  const { env = {}, quiet = false, shell = false, minutes = 20 } = options;
  return new Promise((resolve) => {
    const bin = path.join(root, "node_modules", ".bin");
    const PATH = [path.dirname(process.execPath), bin, process.env.PATH].join(path.delimiter);
    const child = spawn(program, args, {
      cwd: path.join(root, folder),
      env: { ...process.env, PATH, ...env },
      stdio: ["ignore", quiet ? "pipe" : "inherit", quiet ? "pipe" : "inherit"],
      shell,
      // A process group of its own, so that all that it starts can be ended with it.
      detached: !windows,
    });
    running.add(child);
    let output = "";
    let timedOut = false;
    const timers = [];
    const endInTime = () => {
      timedOut = true;
      console.error(`\n${[program, ...args].join(" ")} took more than ${minutes} minutes: ended.`);
      endTree(child);
    };
    timers.push(setTimeout(endInTime, minutes * 60_000));
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding("utf8").on("data", (chunk) => {
        output += chunk;
      });
    }
    const end = (ok) => {
      for (const one of timers) clearTimeout(one);
      running.delete(child);
      resolve({ ok: ok && !timedOut, output, timedOut });
    };
    child.once("error", (error) => {
      output += `${error.message}\n`;
      end(false);
    });
    child.once("close", (code) => end(code === 0));
    // What the program left running may hold its output open for ever.
    child.once("exit", (code) => timers.push(setTimeout(end, OUTPUT_MS, code === 0)));
  });
}

async function endTree(child) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once("exit", resolve));
  signalTree(child, "SIGTERM");
  const force = setTimeout(() => signalTree(child, "SIGKILL"), PATIENCE_MS);
  await gone;
  clearTimeout(force);
  // The program may have gone before those that it started.
  signalTree(child, "SIGKILL");
}

function signalTree(child, signal) {
  try {
    if (windows) child.kill(signal);
    else process.kill(-child.pid, signal);
  } catch {
    // Nobody is left.
  }
}
