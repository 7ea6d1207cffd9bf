// All checks and tests, one after the other, to the end; it fails when one of them failed.
// `node tools/run.mjs test NAME …` runs only the steps whose name holds one of the words. No step can hang: each has a
// time limit, and what it leaves running is ended.
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import os from "node:os";
import path from "node:path";
import { build } from "./build.mjs";
import { checkNewRecord } from "./new-record/checkNewRecord.mjs";
import { checkStructure } from "./structure.mjs";
import { endRunning, has, manifest, packages, root, runBinary, runScript } from "./workspace.mjs";

const reports = mkdtempSync(path.join(os.tmpdir(), "clientela-reports-"));
const ci = process.env.CI === "true" || process.env.CI === "1";
// A share of what `pnpm test:chaos` does in 90 seconds.
const CHAOS_SECONDS = "6";
// A share of the graph's tests. That each random query is answered alike is held by the differential test.
const GRAPH_TESTS = ["test/graphqlOverHttp.test.ts", "test/severalMutations.test.ts"];
const passedStep = { failed: 0, passed: 0 };
const failedStep = { failed: 1, passed: 0 };

// A step is left out while what it checks is not there. It answers with its counts; `notRun` says why it could not be run.
const steps = [
  { name: "style (biome)", when: has("biome.json"), run: () => binary("biome", ["check", "."]) },
  ...Object.keys(packages).map((name) => ({
    name: `types of ${name}`,
    when: has(packages[name], "src") && has(packages[name], "tsconfig.json"),
    run: () => script(name, "typecheck"),
  })),
  {
    name: "import rules (dependency-cruiser)",
    when: has(".dependency-cruiser.cjs"),
    run: () => binary("depcruise", ["--config", ".dependency-cruiser.cjs", "apps", "packages"]),
  },
  {
    name: "file names and sizes (structure)",
    when: has("ARCHITECTURE.md"),
    run: async () => (checkStructure() ? passedStep : failedStep),
  },
  {
    name: "unused code (knip)",
    when: has("knip.json"),
    run: () => binary("knip", ["--no-progress"]),
  },
  ...Object.keys(packages).map((name) => ({
    name: `tests of ${name}`,
    when:
      has(packages[name], "src") &&
      ["mjs", "ts", "js"].some((end) => has(packages[name], `jest.config.${end}`)),
    run: () => jest(name),
  })),
  {
    name: "the graph without what makes it cheap",
    when: has("apps/api/src/platform/performance"),
    run: () => jest("api", { args: GRAPH_TESTS, env: { PERFORMANCE: "off" } }),
  },
  {
    name: "a new kind of record (new:record)",
    when: has("tools/new-record"),
    run: async () => ((await checkNewRecord()) ? passedStep : failedStep),
  },
  { name: "build", when: true, run: async () => ((await build()) ? passedStep : failedStep) },
  {
    name: "chaos (kills, frozen connections, full disk)",
    when: has("tools/test-chaos.mjs") && process.platform === "linux",
    run: chaos,
  },
  {
    name: "size of the web application",
    when: has("apps/web/src") && "size" in (manifest("apps/web").scripts ?? {}),
    run: async () => ((await build()) ? script("web", "size") : failedStep),
  },
  {
    name: "browser journeys (Playwright)",
    when: ["ts", "mjs"].some((end) => has(`apps/web/playwright.config.${end}`)),
    run: browser,
  },
];

async function script(name, which, args) {
  return (await runScript(packages[name], which, args)).ok ? passedStep : failedStep;
}

async function binary(name, args) {
  return (await runBinary(name, args)).ok ? passedStep : failedStep;
}

async function jest(name, { args = [], env = {} } = {}) {
  const file = path.join(reports, `${[name, ...Object.values(env)].join("-")}.json`);
  const { ok } = await runScript(
    packages[name],
    "test",
    [...(args.length > 0 ? args : ["--passWithNoTests"]), "--json", `--outputFile=${file}`],
    { env },
  );
  const report = read(file);
  if (!report) return failedStep;
  // A file that could not be loaded has no tests to count.
  const failed = report.numFailedTests + report.numRuntimeErrorTestSuites;
  return { passed: report.numPassedTests, failed: ok ? failed : Math.max(1, failed) };
}

async function chaos() {
  const env = { SECONDS: CHAOS_SECONDS };
  return (await runScript(".", "test:chaos", [], { env })).ok ? passedStep : failedStep;
}

async function browser() {
  if (!hasBrowser()) {
    const what =
      "no Chromium: neither /usr/bin/chromium nor Playwright's own (npx playwright install chromium)";
    if (!ci) return { ...passedStep, notRun: what };
    console.error(what);
    return failedStep;
  }
  if (!(await build())) return failedStep;
  // Each half has a server, a database and a browser of its own, and leaves a core half idle.
  const halves = await Promise.all(["first", "second"].map(browserHalf));
  const sum = (key) => halves.reduce((total, result) => total + result[key], 0);
  return { passed: sum("passed"), failed: sum("failed") };
}

async function browserHalf(half) {
  const file = path.join(reports, `browser-${half}.json`);
  const env = { PLAYWRIGHT_JSON_OUTPUT_FILE: file, E2E_HALF: half };
  const { ok } = await runScript("apps/web", "e2e", ["--reporter=list,json"], { env });
  const report = read(file);
  if (!report) return failedStep;
  const { expected, flaky, unexpected } = report.stats;
  const failed = unexpected + report.errors.length;
  return { passed: expected + flaky, failed: ok ? failed : Math.max(1, failed) };
}

function hasBrowser() {
  if (existsSync("/usr/bin/chromium")) return true;
  const { chromium } = createRequire(path.join(root, "apps/web/package.json"))("@playwright/test");
  return existsSync(chromium.executablePath());
}

function read(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : null;
}

function seconds(since) {
  return `${((performance.now() - since) / 1000).toFixed(1)} s`;
}

for (const [signal, code] of [
  ["SIGINT", 130],
  ["SIGTERM", 143],
]) {
  process.once(signal, async () => {
    await endRunning();
    rmSync(reports, { recursive: true, force: true });
    process.exit(code);
  });
}

const words = process.argv.slice(2);
const present = steps.filter(({ when }) => when);
const unknown = words.filter((word) => !present.some(({ name }) => name.includes(word)));
if (unknown.length > 0) {
  const names = present.map(({ name }) => `  ${name}`).join("\n");
  console.error(`No step's name holds ${unknown.join(" or ")}. The steps are:\n${names}`);
  rmSync(reports, { recursive: true, force: true });
  process.exit(1);
}
const chosen = present.filter(
  ({ name }) => words.length === 0 || words.some((word) => name.includes(word)),
);
const results = [];
for (const { name, run } of chosen) {
  console.log(`\n── ${name} ${"─".repeat(Math.max(2, 70 - name.length))}`);
  const start = performance.now();
  const result = await run();
  results.push({ name, ...result, time: seconds(start) });
}
rmSync(reports, { recursive: true, force: true });

console.log(`\n── summary ${"─".repeat(63)}`);
for (const { name, passed, failed, time, notRun } of results) {
  const counts = passed + failed > 1 || passed > 0 ? `${passed} passed, ${failed} failed` : "";
  const mark = notRun ? "not run" : failed ? "FAILED" : "ok";
  console.log(`${mark.padEnd(8)}${name.padEnd(36)}${time.padStart(8)}  ${counts}`.trimEnd());
}
for (const { name, notRun } of results) if (notRun) console.log(`not run: ${name}: ${notRun}`);

// A check without tests of its own counts as one failed when it fails.
const sum = (key) => results.reduce((total, result) => total + result[key], 0);
console.log(`\n${sum("passed")} passed, ${sum("failed")} failed`);
process.exitCode = sum("failed") > 0 ? 1 : 0;
