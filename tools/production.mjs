/**
 * Puts what runs in production into a folder: the built server with its production dependencies, and the built web
 * application. Nothing is built, compiled or downloaded when it starts; the tree may be read-only and owned by another user.
 * `node tools/production.mjs FOLDER` after an installation; FOLDER must not exist or be empty. deploy/Dockerfile runs it.
 */
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import path from "node:path";
import { build } from "./build.mjs";
import { PNPM } from "./install.mjs";
import { root } from "./workspace.mjs";

/** What the server reads besides its own package, in the places where it looks for it. */
const ALSO = ["apps/web/dist", "tools/sourceMaps.mjs", "tools/healthcheck.mjs", "LICENSE"];
/** What pnpm writes for its own use. */
const LEFT_BY_PNPM = ["pnpm-lock.yaml", "pnpm-workspace.yaml"];

/**
 * @param {string} folder
 * @throws {Error} in words for the person who asked for it
 */
export async function putTogether(folder) {
  if (existsSync(folder) && readdirSync(folder).length > 0)
    throw new Error(`${folder} is not empty. Name a folder that does not exist yet.`);
  if (!(await build())) throw new Error("There is no build to put together.");
  mkdirSync(path.join(folder, "apps"), { recursive: true });
  const api = path.join(folder, "apps/api");
  deploy(api);
  for (const place of ALSO)
    cpSync(path.join(root, place), path.join(folder, place), { recursive: true });
  for (const name of LEFT_BY_PNPM) rmSync(path.join(api, name), { force: true });
}

function deploy(folder) {
  const args = [...PNPM, "--filter", "@clientela/api", "deploy", "--prod", "--prefer-offline"];
  const { status, stdout, stderr, error } = spawnSync("npx", [...args, folder], {
    cwd: root,
    shell: process.platform === "win32",
    encoding: "utf8",
    // pnpm asks no questions then.
    env: { ...process.env, CI: "true" },
  });
  if (error) throw new Error(`npx, which comes with Node, could not be run: ${error.message}`);
  if (status !== 0) throw new Error(`pnpm could not deploy the server:\n${stdout}${stderr}`);
}

if (import.meta.main) {
  const [folder, ...others] = process.argv.slice(2);
  try {
    if (!folder || others.length > 0)
      throw new Error("Say where: node tools/production.mjs FOLDER");
    await putTogether(path.resolve(folder));
    console.log(`${folder} has everything that runs in production.`);
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
