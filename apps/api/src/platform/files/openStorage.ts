import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { SetupError } from "../setupError.js";
import { openBucketStorage } from "./bucketStorage.js";
import { openFolderStorage } from "./folderStorage.js";
import type { Storage } from "./storage.js";

function folderOf(url: string, setting: string): string {
  try {
    return fileURLToPath(url);
  } catch {
    throw new SetupError(
      `${setting} must name a folder as file:///absolute/path (it is "${url}").`,
    );
  }
}

/**
 * Opens the storage at a URL: a folder (`file:`), by default `files` in the data folder, or a bucket (`s3:`). Errors name
 * the setting that has the URL.
 */
export async function openStorage(
  url: string | undefined,
  dataDir: string,
  setting = "STORAGE_URL",
): Promise<Storage> {
  if (url?.startsWith("s3:")) return openBucketStorage(url, join(dataDir, "spool"), setting);
  return openFolderStorage(url ? folderOf(url, setting) : join(dataDir, "files"), setting);
}
