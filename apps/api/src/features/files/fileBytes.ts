import { createHash } from "node:crypto";
import { type Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Storage } from "../../platform/files/storage.js";
import { HEAD_BYTES } from "./mediaType.js";

/** The folder of the storage that holds the bytes of files. */
export const FILES_FOLDER = "uploads";

/** The storage key of a file's bytes; the last digits of an id are random, which keeps folders evenly filled. */
export const keyOfFile = (id: string): string => `${FILES_FOLDER}/${id.slice(-2)}/${id}`;

/** The id of the file whose bytes are stored under a key. */
export const fileOfKey = (key: string): string => key.slice(key.lastIndexOf("/") + 1);

/** What passed by while bytes were stored. */
export interface Measured {
  size: number;
  sha256: string;
  /** The first bytes, which tell the type. */
  head: Buffer;
}

/**
 * Stores the bytes of a file and measures them on the way. `reserve` says up to which size it may grow, or refuses the
 * size that it has come to. Throws that refusal, and StorageFull.
 */
export async function storeBytes(
  storage: Storage,
  id: string,
  contents: Readable,
  reserve: (size: number) => Promise<number>,
): Promise<Measured> {
  const hash = createHash("sha256");
  let size = 0;
  let reserved = 0;
  let head = Buffer.alloc(0);
  const meter = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      size += chunk.length;
      hash.update(chunk);
      if (head.length < HEAD_BYTES) {
        head = Buffer.concat([head, chunk.subarray(0, HEAD_BYTES - head.length)]);
      }
      if (size <= reserved) {
        done(null, chunk);
        return;
      }
      reserve(size).then((bytes) => {
        reserved = bytes;
        done(null, chunk);
      }, done);
    },
  });
  const passing = pipeline(contents, meter);
  // The storage reports what the contents fail with; the pipeline's own report of it would go unheard.
  passing.catch(() => undefined);
  await storage.write(keyOfFile(id), meter);
  await passing;
  return { size, sha256: hash.digest("hex"), head };
}
