import { mkdir, readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";

/** Longer than anything is worked on here. */
const LEFT_BEHIND_MS = 60 * 60_000;

/** The path for a new file that is there only while it is worked on; what processes that were killed left next to it is removed. */
export async function scratchFile(folder: string, name: string): Promise<string> {
  await mkdir(folder, { recursive: true });
  for (const other of await readdir(folder)) {
    const path = join(folder, other);
    // Its process may finish with it at this very moment.
    const touched = await stat(path).then(
      ({ mtimeMs }) => mtimeMs,
      () => Number.POSITIVE_INFINITY,
    );
    if (touched < Date.now() - LEFT_BEHIND_MS) await rm(path, { force: true });
  }
  return join(folder, name);
}
