import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { SetupError } from "./setupError.js";
import { openFolderStorage } from "./storage.folder.js";
import type { Storage } from "./storage.js";

/** Opens what STORAGE_URL names: a folder (`file:`), by default `files` in the data folder, or a bucket (`s3:`). */
export async function openStorage(url: string | undefined, dataDir: string): Promise<Storage> {
  if (!url) return openFolderStorage(join(dataDir, "files"));
  if (url.startsWith("file:")) {
    try {
      return await openFolderStorage(fileURLToPath(url));
    } catch (error) {
      if (error instanceof SetupError) throw error;
      throw new SetupError(
        `STORAGE_URL must name a folder as file:///absolute/path (it is "${url}").`,
      );
    }
  }
  throw new SetupError(`STORAGE_URL must start with file: (it is "${url}").`);
}
