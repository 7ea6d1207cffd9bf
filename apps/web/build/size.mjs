// Compares the JavaScript that a page loads first, gzipped, with the limits in .size-limit.json.
// `--list` names each file and its share.
import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";

const root = new URL("../", import.meta.url);
const read = (path) => readFileSync(new URL(path, root));
const manifest = JSON.parse(read("dist/.vite/manifest.json"));
const pages = JSON.parse(read(".size-limit.json"));

function filesOf(key, found) {
  const chunk = manifest[key];
  if (!chunk) throw new Error(`${key} is not in the build; see "entries" in .size-limit.json`);
  if (found.has(chunk.file)) return;
  found.add(chunk.file);
  for (const imported of chunk.imports ?? []) filesOf(imported, found);
}

const print = (line) => process.stdout.write(`${line}\n`);
let failed = false;
for (const { name, limit, entries } of pages) {
  const files = new Set();
  for (const entry of entries) filesOf(entry, files);
  const sizes = [...files].map((file) => [
    file,
    gzipSync(read(`dist/${file}`), { level: 9 }).length,
  ]);
  const kb = sizes.reduce((sum, [, size]) => sum + size, 0) / 1000;
  const over = kb > Number.parseFloat(limit);
  failed ||= over;
  print(`${over ? "✖" : "✔"} ${name}: ${kb.toFixed(1)} KB gzip, limit ${limit}`);
  if (process.argv.includes("--list")) {
    for (const [file, size] of sizes.sort((a, b) => b[1] - a[1])) print(`    ${size} ${file}`);
  }
}
if (failed) process.exitCode = 1;
