// Prints the measures of the structure: `pnpm measure`.
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { registerEdits } from "../new-record/registers.mjs";
import { root } from "../workspace.mjs";
import { folderCircles } from "./folderCircles.mjs";
import { longFunctions } from "./longFunctions.mjs";
import { filesUnder, isTest } from "./sourceFiles.mjs";

const FOLDERS = ["apps/api/src", "apps/web/src", "packages/shared/src"];
const NEW_RECORD = path.join(root, "tools/new-record/templates");
const MESSAGES = /(^|\/)messages\.[\w-]+\.ts$/;

const read = (file) => readFileSync(path.join(root, file), "utf8");
const lineCount = (text) => text.split("\n").length - 1;
const all = new Map(
  FOLDERS.flatMap((folder) => [...filesUnder(folder)]).map((file) => [file, read(file)]),
);
const sources = new Map([...all].filter(([file]) => !isTest(file)));
const print = (line) => process.stdout.write(`${line}\n`);

const made = readdirSync(NEW_RECORD, { recursive: true, withFileTypes: true });
const registers = registerEdits({});
print(
  `a new noun: ${made.filter((entry) => entry.isFile()).length} files made, ${registers.length} changed`,
);

// A folder of the web app is a noun's if it has a .record.ts; customers, around whom the app is made, are none.
const nouns = [
  ...new Set(
    [...sources.keys()].flatMap(
      (file) => /^apps\/web\/src\/features\/(\w+)\/\w+\.record\.ts$/.exec(file)?.[1] ?? [],
    ),
  ),
].filter((noun) => noun !== "customers");
const linesOf = (folder) =>
  [...sources]
    .filter(([file]) => file.startsWith(`apps/web/src/${folder}/`) && !MESSAGES.test(file))
    .reduce((sum, [, text]) => sum + lineCount(text), 0);
const counted = [
  ...nouns.map((noun) => `features/${noun}`),
  "features/activity",
  "app/profile",
].map((folder) => ({ folder, lines: linesOf(folder) }));
print(
  `lines of the web app's nouns, activity and profile, without tests and messages: ${counted.reduce((sum, { lines }) => sum + lines, 0)}`,
);
for (const { folder, lines } of counted) print(`  ${String(lines).padStart(5)} ${folder}`);
print(`lines of the record kit: ${linesOf("records")}`);

const sizes = new Map();
for (const file of sources.keys()) {
  const folder = path.posix.dirname(file);
  sizes.set(folder, (sizes.get(folder) ?? 0) + 1);
}
const largest = [...sizes].filter(([folder]) => !folder.endsWith("/migrations"));
largest.sort(([, a], [, b]) => b - a);
print("files per folder, the largest five:");
for (const [folder, size] of largest.slice(0, 5)) print(`  ${String(size).padStart(5)} ${folder}`);

print("imports between folders that lie on a circle:");
for (const base of FOLDERS) {
  const circles = folderCircles(
    [...sources].filter(([file]) => file.startsWith(`${base}/`)),
    base,
  );
  print(`  ${String(circles.length).padStart(5)} ${base}`);
  for (const { parent, from, to } of circles) print(`        ${parent || "."}: ${from} -> ${to}`);
}

const suppressions = [...all].flatMap(([file, text]) =>
  [...text.matchAll(/biome-ignore|@ts-(?:ignore|expect-error)/g)].map(() => file),
);
print(`suppressions of lint and types: ${suppressions.length}`);

const long = [...sources].flatMap(([file, text]) =>
  file.startsWith("apps/web/") ? longFunctions(text).map((one) => ({ file, ...one })) : [],
);
print(`components and hooks over 100 lines: ${long.length}`);
for (const { file, name, lines } of long.sort((a, b) => b.lines - a.lines))
  print(`  ${String(lines).padStart(5)} ${name} (${file})`);
