import { createWriteStream, ReadStream } from "node:fs";
import { access, constants, mkdir, open, readFile, rename, stat } from "node:fs/promises";
import path from "node:path";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { Disk } from "flydrive";
import { FSDriver } from "flydrive/drivers/fs";
import { SetupError } from "../setupError.js";
import { objectsUnder, writeFailure } from "./diskStorage.js";
import type { Storage } from "./storage.js";

// The driver's own write waits neither for the disk nor for closing the file after a failure.
class DurableFolder extends FSDriver {
  constructor(private readonly folder: string) {
    super({ location: folder, visibility: "private" });
  }

  override async putStream(key: string, contents: Readable): Promise<void> {
    const file = path.join(this.folder, key);
    await mkdir(path.dirname(file), { recursive: true });
    await pipeline(contents, createWriteStream(file, { flags: "wx", flush: true }));
  }
}

// A folder that cannot be read is not an empty one.
async function unlessMissing<T>(found: Promise<T>): Promise<T | null> {
  try {
    return await found;
  } catch (error) {
    // Tests see errors of another realm: no `instanceof`.
    const isMissing =
      typeof error === "object" && error && "code" in error && error.code === "ENOENT";
    if (isMissing) return null;
    throw error;
  }
}

// Renamed into place, so that a crash leaves no partial text.
async function replaceFile(file: string, text: string): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  const draft = await open(`${file}.${process.pid}.new`, "w");
  try {
    await draft.writeFile(text);
    await draft.sync();
  } finally {
    await draft.close();
  }
  await rename(`${file}.${process.pid}.new`, file);
}

/** Stores bytes in a folder of this machine; throws a SetupError where it is not writable. */
export async function openFolderStorage(folder: string, setting: string): Promise<Storage> {
  try {
    await mkdir(folder, { recursive: true });
    await access(folder, constants.W_OK);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : error;
    throw new SetupError(`Files cannot be kept in ${folder} (${code}). Check ${setting}.`);
  }
  const disk = new Disk(new DurableFolder(folder));
  return {
    place: folder,
    async write(key, contents) {
      try {
        await disk.putStream(key, contents);
      } catch (error) {
        await disk.delete(key);
        throw writeFailure(error);
      }
    },
    async read(key) {
      const stream = await disk.getStream(key);
      // A missing file is only noticed when it is opened.
      if (stream instanceof ReadStream) {
        await new Promise<void>((resolve, reject) => {
          stream.once("open", () => resolve());
          stream.once("error", reject);
        });
      }
      return stream;
    },
    has: async (key) => (await unlessMissing(stat(path.join(folder, key)))) !== null,
    put: (key, text) => replaceFile(path.join(folder, key), text),
    text: (key) => unlessMissing(readFile(path.join(folder, key), "utf8")),
    move: (key, to) => disk.move(key, to),
    remove: (key) => disk.delete(key),
    async *list(prefix) {
      // A folder without any key yet does not exist.
      if (await unlessMissing(stat(path.join(folder, prefix)))) yield* objectsUnder(disk, prefix);
    },
  };
}
