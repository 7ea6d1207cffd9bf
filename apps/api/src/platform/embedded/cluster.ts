import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chown, mkdir, readdir, readFile, rename, rm, rmdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { SetupError } from "../setupError.js";
import { type Binaries, findBinaries } from "./binaries.js";
import { diskFull, errorCode, folderProblem, isFull, ownerOf } from "./dataFolder.js";

const run = promisify(execFile);
const majorVersion = "18";

/** The role that owns everything in the embedded database, and the name of the application's database. */
export const ownerName = "clientela";

/** A database on disk and the programs that serve it. */
export interface Cluster extends Binaries {
  /** Where the database's files are. */
  folder: string;
  /** The same path for the programs, which are started in that folder. */
  folderArgument: string;
  password: string;
}

/**
 * Opens the database in `<dataDir>/postgres`, creating an empty one (UTF-8, ICU collation, data checksums) when there
 * is none. The password of its owner is stored next to it in a file that only this user can read.
 * @throws SetupError when the folder is not a database of this version or not this user's, or the disk is full
 */
export async function openCluster(dataDir: string, options: { fsync: boolean }): Promise<Cluster> {
  const folder = path.join(dataDir, "postgres");
  const binaries = await findBinaries(folder);
  try {
    const exists = await isCluster(folder, binaries);
    const password = await readPassword(path.join(dataDir, "postgres.password"));
    const cluster: Cluster = {
      ...binaries,
      folder,
      folderArgument: folderArgument(folder, binaries),
      password,
    };
    if (!exists) await initialise(cluster, dataDir, options.fsync);
    return cluster;
  } catch (error) {
    throw folderProblem(error, dataDir) ?? error;
  }
}

/**
 * As root the server runs as a user who may not be able to reach the folder by its path (a clone under /root).
 * Linux names the working folder, which is set before the user is changed, in a way that needs no path.
 */
function folderArgument(folder: string, { runAs }: Binaries): string {
  return runAs && process.platform === "linux" ? "/proc/self/cwd" : folder;
}

async function readPassword(file: string): Promise<string> {
  try {
    const password = (await readFile(file, "utf8")).trim();
    if (password) return password;
  } catch (error) {
    if (errorCode(error) !== "ENOENT") throw error;
  }
  const password = randomBytes(24).toString("base64url");
  // Renamed into place, so that a crash or a full disk leaves no partial password.
  await writeFile(`${file}.new`, `${password}\n`, { mode: 0o600 });
  await rename(`${file}.new`, file);
  return password;
}

async function isCluster(folder: string, { runAs }: Binaries): Promise<boolean> {
  const owner = await ownerOf(folder);
  if (!owner) return false;
  const wanted = runAs?.uid ?? process.getuid?.() ?? owner.uid;
  const mayLook = runAs !== null || owner.uid === wanted;
  if (mayLook && (await readdir(folder)).length === 0) return false;
  if (owner.uid !== wanted) {
    throw new SetupError(
      `The database in ${folder} belongs to another user (uid ${owner.uid}) than the one that is to run it (uid ${wanted}). Start Clientela as its owner, give it to that user (chown -R), or set DATA_DIR to another folder.`,
    );
  }
  const version = await readFile(path.join(folder, "PG_VERSION"), "utf8").catch(
    (error: unknown) => {
      if (errorCode(error) === "ENOENT") return null;
      throw error;
    },
  );
  if (version === null) {
    throw new SetupError(
      `${folder} holds files but no database. Move them away, or set DATA_DIR to another folder.`,
    );
  }
  if (version.trim() !== majorVersion) {
    throw new SetupError(
      `The database in ${folder} was made by PostgreSQL ${version.trim()}, and this Clientela brings PostgreSQL ${majorVersion}. Restore a backup into a new folder (DATA_DIR).`,
    );
  }
  return true;
}

/** Creates the database next to its final place and moves it there when complete, so that a crash leaves none or one. */
async function initialise(cluster: Cluster, dataDir: string, fsync: boolean): Promise<void> {
  const draft = path.join(dataDir, "postgres.new");
  const files = path.join(draft, "files");
  const secret = path.join(draft, "password");
  await rm(draft, { recursive: true, force: true });
  await mkdir(files, { recursive: true, mode: 0o700 });
  await writeFile(secret, cluster.password, { mode: 0o600 });
  if (cluster.runAs) {
    for (const entry of [draft, files, secret])
      await chown(entry, cluster.runAs.uid, cluster.runAs.gid);
  }
  const argument = folderArgument(files, cluster);
  const options = [
    `--pgdata=${argument}`,
    `--pwfile=${argument}${path.sep}..${path.sep}password`,
    `--username=${ownerName}`,
    "--auth=scram-sha-256",
    "--encoding=UTF8",
    "--data-checksums",
    // Names sort as people expect on every machine: ICU comes with the programs, system locales do not.
    "--locale-provider=icu",
    "--icu-locale=und",
    "--locale=C",
    ...(fsync ? [] : ["--no-sync"]),
  ];
  try {
    await makeFiles(cluster, files, options);
    // It was empty: whatever appeared there since, such as a mounted volume, makes this fail.
    await rmdir(cluster.folder).catch((error: unknown) => {
      if (errorCode(error) !== "ENOENT") throw error;
    });
    await rename(files, cluster.folder);
  } catch (error) {
    throw await initialisationProblem(error, dataDir);
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

/** Character classes still come from the system, for trigrams among others: the first UTF-8 locale it knows is taken. */
async function makeFiles(cluster: Cluster, files: string, options: string[]): Promise<void> {
  const characterTypes = process.platform === "win32" ? ["C"] : ["C.UTF-8", "en_US.UTF-8", "C"];
  for (const characterType of characterTypes) {
    try {
      await run(cluster.initdb, [...options, `--lc-ctype=${characterType}`], {
        cwd: files,
        ...cluster.runAs,
        env: { ...process.env, LC_ALL: "C" },
        windowsHide: true,
      });
      return;
    } catch (error) {
      const last = characterType === characterTypes.at(-1);
      if (last || !outputOf(error).includes("invalid locale name")) throw error;
    }
  }
}

async function initialisationProblem(error: unknown, dataDir: string): Promise<unknown> {
  const known = folderProblem(error, dataDir);
  if (known) return known;
  const output = outputOf(error);
  if (errorCode(error) === "ENOENT") {
    return new SetupError(
      `The built-in database's programs do not run on this machine (${process.platform}-${process.arch}). Set DATABASE_URL to a PostgreSQL server.`,
    );
  }
  if (!output) return error;
  if (await isFull(dataDir)) return diskFull(dataDir);
  return new SetupError(
    `The built-in database could not be made in ${dataDir}: ${lastComplaint(output)}`,
  );
}

function outputOf(error: unknown): string {
  return typeof error === "object" && error !== null && "stderr" in error
    ? String(error.stderr)
    : "";
}

/** The line of a program's output that states the error. */
export function lastComplaint(output: string): string {
  const lines = output.split("\n").filter((line) => line.trim());
  const complaint =
    lines.findLast((line) => /FATAL|PANIC|error:/.test(line)) ??
    lines.at(-1) ??
    "no reason was given";
  return complaint.replace(/^.*(FATAL|PANIC|error):\s*/, "").trim();
}
