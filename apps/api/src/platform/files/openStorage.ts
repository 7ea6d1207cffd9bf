import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { SetupError } from "../setupError.js";
import { openBucketStorage } from "./bucketStorage.js";
import { openFolderStorage } from "./folderStorage.js";
import type { Storage } from "./storage.js";

function folderOf(url: string): string {
  try {
    return fileURLToPath(url);
  } catch {
    throw new SetupError(
      `STORAGE_URL must name a folder as file:///absolute/path (it is "${url}").`,
    );
  }
}

/** Opens the storage at STORAGE_URL: a folder (`file:`), by default `files` in the data folder, or a bucket (`s3:`). */
export async function openStorage(url: string | undefined, dataDir: string): Promise<Storage> {
  if (url?.startsWith("s3:")) return openBucketStorage(url, join(dataDir, "spool"));
  return openFolderStorage(url ? folderOf(url) : join(dataDir, "files"));
}
