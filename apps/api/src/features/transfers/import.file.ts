import { createWriteStream } from "node:fs";
import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import type { App } from "../../platform/app.js";
import { keyOfFile } from "../files/file.bytes.js";

/** Gives `work` the path of a local copy of an uploaded file; the copy is gone afterwards. */
export async function withLocalFile<T>(
  app: App,
  fileId: string,
  work: (path: string) => Promise<T>,
): Promise<T> {
  const folder = join(app.dataDir, "reading");
  await mkdir(folder, { recursive: true });
  const path = join(folder, `${fileId}-${process.pid}-${Math.random().toString(36).slice(2)}`);
  try {
    await pipeline(await app.storage.read(keyOfFile(fileId)), createWriteStream(path));
    return await work(path);
  } finally {
    await rm(path, { force: true });
  }
}
