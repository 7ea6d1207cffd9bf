// Whether a noun that `pnpm new:record` writes passes at once: makes one in a copy of the checkout, and runs there what
// `npm test` would say of it. The checkout itself is only read.
import { spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import os from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { isMain, packages, root } from "../workspace.mjs";

// Two words and an irregular plural, so that no name can be right by chance.
const NOUN = ["leaseProperty", "--pt", "imóvel", "--pt-plural", "imóveis"];
const FOLDER = "leaseProperties";
/** Of the other tests, those that a noun could fail by its registers alone. */
const API_TESTS = ["src/schema.test.ts", "test/sheetRegister.test.ts"];
const WEB_TESTS = ["src/recordRegister.test.ts", "src/locales/catalogues.test.ts"];
const SKIPPED = new Set(["node_modules", ".git", "dist", "test-results", "playwright-report"]);

const windows = process.platform === "win32";
const link = (from, to) => symlinkSync(realpathSync(from), to, windows ? "junction" : "dir");

/** Installed packages are linked; those of the workspace are the copy's own. */
function linkModules(folder, copy) {
  const from = path.join(root, folder, "node_modules");
  if (!existsSync(from)) return;
  const to = path.join(copy, folder, "node_modules");
  mkdirSync(to, { recursive: true });
  for (const name of readdirSync(from)) {
    if (name !== "@clientela") link(path.join(from, name), path.join(to, name));
  }
  if (!existsSync(path.join(from, "@clientela"))) return;
  mkdirSync(path.join(to, "@clientela"));
  link(path.join(copy, packages.shared), path.join(to, "@clientela", "shared"));
}

function copyCheckout() {
  const copy = realpathSync(mkdtempSync(path.join(os.tmpdir(), "clientela-new-record-")));
  cpSync(root, copy, { recursive: true, filter: (from) => !SKIPPED.has(path.basename(from)) });
  for (const folder of [".", "tools", ...Object.values(packages)]) linkModules(folder, copy);
  return copy;
}

/** Runs the checks side by side; prints what the failed ones say. Resolves to whether all passed. */
async function allPass(checks) {
  const results = await Promise.all(
    Object.entries(checks).map(async ([name, run]) => ({ name, ...(await run()) })),
  );
  for (const { name, ok, output = "" } of results) {
    console.log(`${ok ? "ok      " : "FAILED  "}${name}`);
    if (!ok) console.error(output);
  }
  return results.every(({ ok }) => ok);
}

/** Makes a noun in a copy of the checkout and tests it. Resolves to whether all passed. */
export async function checkNewRecord() {
  const copy = copyCheckout();
  try {
    const command = [path.join(copy, "tools/new-record/newRecord.mjs"), ...NOUN];
    if (spawnSync(process.execPath, command, { stdio: "inherit" }).status !== 0) return false;
    // The copy's own tools, which know the copy as their root.
    const tool = (name) => import(pathToFileURL(path.join(copy, "tools", name)).href);
    const { runBinary, runScript } = await tool("workspace.mjs");
    const { checkStructure } = await tool("structure.mjs");
    const script = (folder, name, args) => () => runScript(folder, name, args, { quiet: true });
    const depcruise = ["--config", ".dependency-cruiser.cjs", "apps", "packages"];
    // The generator itself ends with biome's check of what it wrote.
    const compiles = await allPass({
      "file names and sizes": async () => ({ ok: checkStructure() }),
      "import rules": () => runBinary("depcruise", depcruise, { quiet: true }),
      "types of api": script("apps/api", "typecheck"),
      "types of web": script("apps/web", "typecheck"),
    });
    const works = await allPass({
      "tests of api": script("apps/api", "test", [`src/features/${FOLDER}`, ...API_TESTS]),
      "tests of web": script("apps/web", "test", [`src/features/${FOLDER}`, ...WEB_TESTS]),
    });
    return compiles && works;
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

if (isMain(import.meta.url)) process.exitCode = (await checkNewRecord()) ? 0 : 1;
