import { createWriteStream } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { v4 as uuidV4 } from "uuid";
import type { App } from "../../platform/app.js";
import { scratchFile } from "../../platform/files/scratch.js";
import { keyOfFile } from "../files/fileBytes.js";

/** Calls `work` with the path of a local copy of an uploaded file, and removes the copy afterwards. */
export async function withLocalFile<T>(
  app: App,
  fileId: string,
  work: (path: string) => Promise<T>,
): Promise<T> {
  const path = await scratchFile(join(app.dataDir, "reading"), `${fileId}-${uuidV4()}`);
  try {
    await pipeline(await app.storage.read(keyOfFile(fileId)), createWriteStream(path));
    return await work(path);
  } finally {
    await rm(path, { force: true });
  }
}
