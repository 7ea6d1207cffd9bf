import { readdirSync } from "node:fs";
import path from "node:path";
import { root } from "../workspace.mjs";

/** Not source: what is built, and what the code generator writes. */
const SKIPPED = new Set(["node_modules", "dist", "gql"]);

/** The TypeScript files below a folder of the repository, by their paths in it. */
export function* filesUnder(folder) {
  for (const entry of readdirSync(path.join(root, folder), { withFileTypes: true })) {
    const file = `${folder}/${entry.name}`;
    if (entry.isDirectory()) {
      if (!SKIPPED.has(entry.name)) yield* filesUnder(file);
    } else if (/\.tsx?$/.test(entry.name)) yield file;
  }
}

/** Whether a file is a test, or makes data for tests. */
export const isTest = (file) =>
  file.startsWith("apps/api/test/") ||
  file.startsWith("apps/web/src/test/") ||
  /\.(test|factory)\.tsx?$/.test(file);
