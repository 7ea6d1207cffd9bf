import type { Disk } from "flydrive";
import { DomainError, StorageFull } from "../errors.js";
import type { StoredObject } from "./storage.js";

const FULL = new Set(["ENOSPC", "EDQUOT", "QuotaExceeded", "XMinioStorageFull"]);

/** The cause of a failed write: no space left, the error of the contents, or the failure itself. */
export function writeFailure(error: unknown): unknown {
  for (let at = error; at instanceof Error; at = at.cause) {
    if (at instanceof DomainError) return at;
    if (FULL.has("code" in at ? String(at.code) : at.name)) return new StorageFull();
  }
  return error;
}

/** All keys in a folder of the disk, page by page. */
export async function* objectsUnder(disk: Disk, folder: string): AsyncIterable<StoredObject> {
  let paginationToken: string | undefined;
  do {
    const page = await disk.listAll(folder, {
      recursive: true,
      ...(paginationToken ? { paginationToken } : {}),
    });
    for (const object of page.objects) {
      if (!object.isFile) continue;
      yield {
        key: object.key,
        modifiedAt: async () => (await object.getMetaData()).lastModified,
      };
    }
    paginationToken = page.paginationToken;
  } while (paginationToken);
}
