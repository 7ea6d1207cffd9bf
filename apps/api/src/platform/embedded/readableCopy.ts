import { chmod, cp, lstat, mkdtemp, readdir, readFile, rename, rm, stat } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { z } from "zod";
import { SetupError } from "../setupError.js";

const Package = z.object({ name: z.string(), version: z.string() });

/**
 * For root, who passes programs to an unprivileged user: returns the folder itself when everybody can read it,
 * else a copy that everybody can read, made once for each version of the package that contains the folder.
 * @param folder directly in a package, whose package.json gives the copy its name
 * @param sample a file in the folder, whose permissions stand for all
 * @throws SetupError when no place for a copy is found
 */
export async function readableCopy(folder: string, sample: string): Promise<string> {
  if (await everybodyCanRead(path.join(folder, sample))) return folder;
  const { name, version } = Package.parse(
    JSON.parse(await readFile(path.join(folder, "..", "package.json"), "utf8")),
  );
  for (const base of ["/var/cache", os.tmpdir()]) {
    const copy = path.join(
      base,
      `clientela-${name.replace(/^\W+/, "").replace(/\W+/g, "-")}-${version}`,
    );
    try {
      if (!(await exists(copy))) await makeCopy(folder, copy);
    } catch {
      continue;
    }
    // A copy that somebody else could have created or changed is not run.
    if ((await rootAloneWrites(copy)) && (await everybodyCanRead(path.join(copy, sample))))
      return copy;
  }
  throw new SetupError(
    `Other users cannot read ${folder}, and no copy that they can read could be made in /var/cache or ${os.tmpdir()}. Start Clientela as another user than root, or set DATABASE_URL.`,
  );
}

async function makeCopy(folder: string, copy: string): Promise<void> {
  const draft = await mkdtemp(`${copy}-`);
  try {
    await cp(folder, draft, { recursive: true, verbatimSymlinks: true });
    await openForReading(draft);
    await rename(draft, copy).catch(async (error: unknown) => {
      // Two processes may copy at once; the first one's copy serves both.
      if (!(await exists(copy))) throw error;
    });
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

async function openForReading(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const full = path.join(folder, entry.name);
    if (entry.isDirectory()) await openForReading(full);
    else if (entry.isFile()) await chmod(full, (await stat(full)).mode & 0o100 ? 0o755 : 0o644);
  }
}

/** Whether every user may enter the folders above a file and read it. */
async function everybodyCanRead(file: string): Promise<boolean> {
  if (!((await stat(file)).mode & 0o004)) return false;
  for (let above = path.dirname(file); above !== path.dirname(above); above = path.dirname(above)) {
    if (!((await stat(above)).mode & 0o001)) return false;
  }
  return true;
}

async function rootAloneWrites(folder: string): Promise<boolean> {
  const { mode, uid } = await lstat(folder);
  return uid === 0 && (mode & 0o022) === 0;
}

function exists(file: string): Promise<boolean> {
  return lstat(file).then(
    () => true,
    () => false,
  );
}
