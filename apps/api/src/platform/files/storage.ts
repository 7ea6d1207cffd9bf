import type { Readable } from "node:stream";

/** An object in the storage. */
export interface StoredObject {
  key: string;
  modifiedAt(): Promise<Date>;
}

/** Stores bytes under keys of our own, such as `uploads/4f/<uuid>`. */
export interface Storage {
  /** The location, as text for the operator. */
  readonly place: string;
  /**
   * Stores all of `contents` under a new key; resolves when they are durable, and
   * leaves nothing behind if it fails. Throws StorageFull, and the error of `contents`.
   */
  write(key: string, contents: Readable): Promise<void>;
  /** The bytes under a key; throws where there are none. */
  read(key: string): Promise<Readable>;
  /** Whether there are bytes under a key; throws where that cannot be determined. */
  has(key: string): Promise<boolean>;
  /** Stores a short text under a key, atomically replacing an earlier one. */
  put(key: string, text: string): Promise<void>;
  /** The short text stored under a key; null if there is none. Throws if that cannot be determined. */
  text(key: string): Promise<string | null>;
  /** Moves the bytes under a key to another one. Throws where there are none. */
  move(key: string, to: string): Promise<void>;
  /** Removes a key; a missing one is no error. */
  remove(key: string): Promise<void>;
  /** All objects whose key starts with `folder/`. */
  list(folder: string): AsyncIterable<StoredObject>;
}
