// Builds what has changed since it was last built: the shared package, the API and the web application.
import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { has, isMain, packages, root, runScript } from "./workspace.mjs";

/** What a build reads outside the package's own folder. */
const alsoRead = {
  shared: ["tools/swc.build.json", "pnpm-lock.yaml"],
  api: ["tools/swc.build.json", "pnpm-lock.yaml"],
  web: ["packages/shared/src", "apps/api/schema.graphql", "pnpm-lock.yaml"],
};
const notRead =
  /^(dist|node_modules|coverage|test|test-results|playwright-report|e2e|gql)$|\.test\.tsx?$/;

/**
 * Builds those packages whose sources differ from those of their last build; says so only when there is something to do.
 * @param {readonly string[]} names
 * @returns {Promise<boolean>} whether all of it could be built; what went wrong stands on the screen
 */
export async function build(names = Object.keys(packages)) {
  const stale = [];
  for (const name of names) {
    if (!has(packages[name], "src")) continue;
    const sources = await digest([packages[name], ...alsoRead[name]]);
    if (sources !== (await lastBuild(name))) stale.push({ name, sources });
  }
  if (stale.length === 0) return true;
  console.log(`Building ${stale.map(({ name }) => name).join(", ")}…`);
  // The other two read what shared was built to.
  const [shared, others] = [
    stale.filter(({ name }) => name === "shared"),
    stale.filter(({ name }) => name !== "shared"),
  ];
  for (const group of [shared, others]) {
    const results = await Promise.all(group.map(({ name, sources }) => buildOne(name, sources)));
    if (!results.every(Boolean)) return false;
  }
  return true;
}

async function buildOne(name, sources) {
  // In place of the last build, which a server or a test may be running.
  const dist = path.join(root, packages[name], "dist");
  await mkdir(dist, { recursive: true });
  // Until it is complete, it is the build of nothing.
  await writeFile(stamp(name), "");
  const { mtimeMs: began } = await stat(stamp(name));
  const { ok, output } = await runScript(packages[name], "build", [], { quiet: true });
  if (ok) {
    await removeOlder(dist, began);
    await writeFile(stamp(name), sources);
  } else
    console.error(`${output}\nThe build of ${packages[name]} failed; the reason stands above.`);
  return ok;
}

/** What was built from files that are gone must go too. */
async function removeOlder(folder, than) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  for (const entry of entries) {
    const file = path.join(entry.parentPath, entry.name);
    if (entry.isFile() && (await stat(file)).mtimeMs < than) await rm(file);
  }
}

function stamp(name) {
  return path.join(root, packages[name], "dist", ".built-from");
}

function lastBuild(name) {
  return readFile(stamp(name), "utf8").catch(() => "");
}

/** One text for the names and contents of all files under some paths of the repository. */
async function digest(paths) {
  const hash = createHash("sha256");
  for (const file of (await Promise.all(paths.map(filesUnder))).flat()) {
    hash.update(file).update("\0");
    hash.update(await readFile(path.join(root, file))).update("\0");
  }
  return hash.digest("hex");
}

async function filesUnder(place) {
  const entries = await readdir(path.join(root, place), { withFileTypes: true }).catch((error) => {
    if (error.code === "ENOTDIR") return null;
    if (error.code === "ENOENT") return [];
    throw error;
  });
  if (!entries) return [place];
  const inside = entries
    .filter(({ name }) => !notRead.test(name))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map((entry) =>
      entry.isDirectory() ? filesUnder(`${place}/${entry.name}`) : [`${place}/${entry.name}`],
    );
  return (await Promise.all(inside)).flat();
}

// `node tools/build.mjs`, or with the names of the packages to build.
if (isMain(import.meta.url)) {
  const names = process.argv.slice(2);
  process.exitCode = (await build(names.length > 0 ? names : undefined)) ? 0 : 1;
}
