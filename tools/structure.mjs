// Checks what ARCHITECTURE.md says about files and folders: a suffix names a layer of its short list, no folder of source
// holds more than 20 files, and no file more than 300 lines; and that modules keep nothing that others register in them
// (moduleState.mjs).
import { readFileSync } from "node:fs";
import path from "node:path";
import { missingStateFiles, moduleStateProblems } from "./moduleState.mjs";
import { filesUnder, isTest } from "./structure/sourceFiles.mjs";
import { isMain, root } from "./workspace.mjs";

const MAX_FILES = 20;
const MAX_LINES = 300;
const SOURCES = ["apps/api/src", "apps/api/test", "apps/web/src", "packages/shared/src"];

/** Folders and files that may be larger, each with the reason. */
const EXEMPT = {
  "apps/api/src/migrations":
    "the schema's history: files in the order of their time stamps, which is how migrations are read",
  "apps/web/src/features/imports/messages.en.ts": "one list of messages",
  "apps/web/src/features/imports/messages.pt-BR.ts": "one list of messages",
  "packages/shared/src/matching/matchColumns.ts":
    "one algorithm, whose steps share their intermediate tables",
};

/** The suffixes in ARCHITECTURE.md's table of layers: its rows begin with "| `.entity` |". */
function suffixesIn(document) {
  const suffixes = [...document.matchAll(/^\| ((?:`\.[\w-]+`(?:, )?)+) +\|/gm)].flatMap(
    ([, cell]) => [...cell.matchAll(/`\.([\w-]+)`/g)].map(([, suffix]) => suffix),
  );
  if (suffixes.length === 0) throw new Error("ARCHITECTURE.md has no table of suffixes.");
  return new Set(suffixes);
}

const isExempt = (file) =>
  Object.keys(EXEMPT).some((place) => file === place || file.startsWith(`${place}/`));

/** What is wrong with these files, given what they hold; one sentence each. */
function structureProblems(files, suffixes, textOf) {
  const problems = [];
  const sizes = new Map();
  for (const file of files) {
    if (isExempt(file)) continue;
    const folder = path.posix.dirname(file);
    const [, ...parts] = path.posix
      .basename(file)
      .replace(/(\.d)?\.tsx?$/, "")
      .split(".");
    if (parts.length > 1 || parts.some((part) => !suffixes.has(part)))
      problems.push(
        `${file}: .${parts.join(".")} is no suffix of ARCHITECTURE.md's table; name the file in camel case after what it holds.`,
      );
    if (isTest(file)) continue;
    sizes.set(folder, (sizes.get(folder) ?? 0) + 1);
    const text = textOf(file);
    problems.push(...moduleStateProblems(file, text));
    const lines = text.split("\n").length - 1;
    if (lines > MAX_LINES)
      problems.push(
        `${file}: ${lines} lines, more than ${MAX_LINES}; take it apart, or say in tools/structure.mjs why not.`,
      );
  }
  for (const [folder, size] of sizes)
    if (size > MAX_FILES)
      problems.push(
        `${folder}: ${size} files of source, more than ${MAX_FILES}; give parts of it folders of their own.`,
      );
  return problems;
}

/** Prints what is wrong; returns whether nothing is. */
export function checkStructure() {
  const suffixes = suffixesIn(readFileSync(path.join(root, "ARCHITECTURE.md"), "utf8"));
  const files = SOURCES.flatMap((folder) => [...filesUnder(folder)]);
  const known = new Set(files.flatMap((file) => [file, path.posix.dirname(file)]));
  const problems = structureProblems(files, suffixes, (file) =>
    readFileSync(path.join(root, file), "utf8"),
  );
  for (const place of Object.keys(EXEMPT))
    if (!known.has(place)) problems.push(`${place}: named in tools/structure.mjs, but not there.`);
  for (const file of missingStateFiles(files))
    problems.push(`${file}: named in tools/moduleState.mjs, but not there.`);
  for (const problem of problems) console.error(problem);
  return problems.length === 0;
}

if (isMain(import.meta.url)) process.exitCode = checkStructure() ? 0 : 1;
