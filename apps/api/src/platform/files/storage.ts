import type { Readable } from "node:stream";

/** Something that the storage holds. */
export interface StoredObject {
  key: string;
  modifiedAt(): Promise<Date>;
}

/** Where bytes are kept, under keys of our own making such as `uploads/4f/<uuid>`. */
export interface Storage {
  /**
   * Keeps all of `contents` under a new key; resolves when a crash can no longer lose them, and
   * leaves nothing behind where it fails. Throws StorageFull, and what `contents` fails with.
   */
  write(key: string, contents: Readable): Promise<void>;
  /** The bytes under a key; throws where there are none. */
  read(key: string): Promise<Readable>;
  /** Forgets a key; one that is not there is no error. */
  remove(key: string): Promise<void>;
  /** Everything whose key starts with `folder/`. */
  list(folder: string): AsyncIterable<StoredObject>;
}
