// What the tools know of the repository: where it is, its packages and how their scripts are run.
import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of the repository. */
export const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

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

/** Runs a program that a package brings, such as biome. See `run`. */
export function runBinary(name, args = [], options = {}) {
  // pnpm's programs are batch files on Windows, which only a shell runs.
  const windows = process.platform === "win32";
  return run(".", path.join(root, "node_modules", ".bin", name), args, {
    ...options,
    shell: windows,
  });
}

/**
 * Runs a program in a folder of the repository until it ends.
 * @returns {Promise<{ ok: boolean, output: string }>} `output` is empty unless `quiet` is set, which keeps it from the screen
 */
function run(folder, program, args, { env = {}, quiet = false, shell = false } = {}) {
  return new Promise((resolve) => {
    const bin = path.join(root, "node_modules", ".bin");
    const PATH = [path.dirname(process.execPath), bin, process.env.PATH].join(path.delimiter);
    const child = spawn(program, args, {
      cwd: path.join(root, folder),
      env: { ...process.env, PATH, ...env },
      stdio: ["ignore", quiet ? "pipe" : "inherit", quiet ? "pipe" : "inherit"],
      shell,
    });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding("utf8").on("data", (chunk) => {
        output += chunk;
      });
    }
    child.once("error", (error) => resolve({ ok: false, output: `${output}${error.message}\n` }));
    child.once("close", (code) => resolve({ ok: code === 0, output }));
  });
}
