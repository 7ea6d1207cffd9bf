import { mkdir, stat, statfs } from "node:fs/promises";
import path from "node:path";
import { SetupError } from "../setupError.js";

const otherFolder = "or set DATA_DIR to another folder";

/** Explains in one sentence what is wrong with a folder; null where the error is not about the folder. */
export function folderProblem(error: unknown, folder: string): SetupError | null {
  const code = errorCode(error);
  if (code === "EEXIST" || code === "ENOTDIR") {
    return new SetupError(
      `The data folder ${folder} is not a folder. Move that file away, ${otherFolder}.`,
    );
  }
  if (code === "EACCES" || code === "EPERM" || code === "EROFS") return unwritable(folder);
  if (code === "ENOSPC" || code === "EDQUOT") return diskFull(folder);
  return null;
}

function unwritable(folder: string): SetupError {
  return new SetupError(
    `The data folder ${folder} cannot be written to by ${currentUser()}. Change its owner or its permissions, ${otherFolder}.`,
  );
}

/** The error for a disk without room. */
export function diskFull(folder: string): SetupError {
  return new SetupError(`The disk that holds ${folder} is full. Free some space, ${otherFolder}.`);
}

/** Whether a disk is too full for a database. The messages of programs differ too much to be parsed. */
export async function isFull(folder: string): Promise<boolean> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize < 64 * 2 ** 20;
}

function currentUser(): string {
  return process.getuid ? `this user (uid ${process.getuid()})` : "this user";
}

/** Makes the data folder where it is missing; throws a SetupError where it cannot be used. */
export async function makeDataFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
  } catch (error) {
    // ENOENT is what a read-only disk gives here.
    if (errorCode(error) === "ENOENT") throw unwritable(folder);
    throw folderProblem(error, folder) ?? error;
  }
}

/** The system's code of a failed call ("ENOENT" and so on), or undefined. Tests see errors of another realm: no `instanceof`. */
export function errorCode(error: unknown): string | undefined {
  const code =
    typeof error === "object" && error !== null && "code" in error ? error.code : undefined;
  return typeof code === "string" ? code : undefined;
}

/** The owner of a folder, or null when there is no such folder. */
export async function ownerOf(folder: string): Promise<{ uid: number; gid: number } | null> {
  try {
    const { uid, gid } = await stat(folder);
    return { uid, gid };
  } catch (error) {
    if (errorCode(error) === "ENOENT") return null;
    throw folderProblem(error, path.dirname(folder)) ?? error;
  }
}
