import { mkdir, readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";

/** Longer than any work on a file takes. */
const LEFT_BEHIND_MS = 60 * 60_000;

/** The path for a new temporary file; those that killed processes left are removed. */
export async function scratchFile(folder: string, name: string): Promise<string> {
  await mkdir(folder, { recursive: true });
  for (const other of await readdir(folder)) {
    const path = join(folder, other);
    // Its process may be removing it at this very moment.
    const touched = await stat(path).then(
      ({ mtimeMs }) => mtimeMs,
      () => Number.POSITIVE_INFINITY,
    );
    if (touched < Date.now() - LEFT_BEHIND_MS) await rm(path, { force: true });
  }
  return join(folder, name);
}
