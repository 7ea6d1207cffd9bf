import type { Readable } from "node:stream";

/** Something that the storage holds. */
export interface StoredObject {
  key: string;
  modifiedAt(): Promise<Date>;
}

/** Where bytes are kept, under keys of our own such as `uploads/4f/<uuid>`. */
export interface Storage {
  /** Where that is, in words for the operator. */
  readonly place: string;
  /**
   * Keeps all of `contents` under a new key; resolves when a crash can no longer lose them, and
   * leaves nothing behind where it fails. Throws StorageFull, and what `contents` fails with.
   */
  write(key: string, contents: Readable): Promise<void>;
  /** The bytes under a key; throws where there are none. */
  read(key: string): Promise<Readable>;
  /** Whether there are bytes under a key; throws where that cannot be said. */
  has(key: string): Promise<boolean>;
  /** Puts a short text under a key, in place of any before; readers see the one or the other. */
  put(key: string, text: string): Promise<void>;
  /** The short text stored under a key; null if there is none. Throws if that cannot be determined. */
  text(key: string): Promise<string | null>;
  /** Gives the bytes under a key another one. Throws where there are none. */
  move(key: string, to: string): Promise<void>;
  /** Forgets a key; one that is not there is no error. */
  remove(key: string): Promise<void>;
  /** Everything whose key starts with `folder/`. */
  list(folder: string): AsyncIterable<StoredObject>;
}
