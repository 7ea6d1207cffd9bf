import { createReadStream, createWriteStream } from "node:fs";
import { mkdir, rm, stat } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import { Disk } from "flydrive";
import { v4 as uuidV4 } from "uuid";
import { SetupError } from "../setupError.js";
import { objectsUnder, writeFailure } from "./diskStorage.js";
import { scratchFile } from "./scratch.js";
import type { Storage } from "./storage.js";

/** The bucket, given as `s3://bucket/prefix?region=…&endpoint=…`. */
interface Bucket {
  bucket: string;
  /** The prefix of our keys: "" or a folder with its slash. */
  prefix: string;
  region: string;
  /** The endpoint of a service other than Amazon's. */
  endpoint: string | undefined;
}

function readBucket(url: string, setting: string): Bucket {
  const parsed = URL.canParse(url) ? new URL(url) : null;
  if (!parsed?.hostname) {
    throw new SetupError(
      `${setting} must name a bucket as s3://bucket/prefix?region=… (it is "${url}").`,
    );
  }
  const folder = parsed.pathname.replace(/^\/+|\/+$/g, "");
  return {
    bucket: parsed.hostname,
    prefix: folder ? `${folder}/` : "",
    region: parsed.searchParams.get("region") ?? "us-east-1",
    endpoint: parsed.searchParams.get("endpoint") ?? undefined,
  };
}

// The client would write warnings past our log; failures are thrown as well.
const silent = { debug: ignore, info: ignore, warn: ignore, error: ignore };

function ignore(): void {}

async function openDisk({ bucket, region, endpoint }: Bucket): Promise<Disk> {
  // Loaded only where a bucket is used: the client is large.
  const { S3Driver } = await import("flydrive/drivers/s3");
  return new Disk(
    new S3Driver({
      bucket,
      region,
      logger: silent,
      visibility: "private",
      supportsACL: false,
      // Services other than Amazon's know neither buckets as host names nor its newest checksums.
      ...(endpoint ? { endpoint, forcePathStyle: true } : {}),
      requestChecksumCalculation: "WHEN_REQUIRED",
      responseChecksumValidation: "WHEN_REQUIRED",
    }),
  );
}

/**
 * Stores bytes in a bucket of S3 or of a compatible service; the credentials are found where Amazon's
 * tools find them (environment, profile, role of the machine). Throws a SetupError where it cannot
 * be reached. Incoming bytes are spooled to `spoolFolder`, since a bucket requires their length.
 */
export async function openBucketStorage(
  url: string,
  spoolFolder: string,
  setting: string,
): Promise<Storage> {
  const place = readBucket(url, setting);
  const disk = await openDisk(place);
  try {
    await disk.exists(`${place.prefix}probe`);
  } catch (error) {
    const cause = error instanceof Error ? (error.cause ?? error) : error;
    const reason = cause instanceof Error ? `${cause.name}: ${cause.message}` : String(cause);
    throw new SetupError(
      `The bucket ${place.bucket} cannot be used (${reason}). Check ${setting} and the credentials.`,
    );
  }
  await mkdir(spoolFolder, { recursive: true });
  const keyOf = (key: string) => `${place.prefix}${key}`;
  return {
    place: `s3://${place.bucket}/${place.prefix}`,
    async write(key, contents) {
      const spool = await scratchFile(spoolFolder, uuidV4());
      try {
        await pipeline(contents, createWriteStream(spool));
        const { size } = await stat(spool);
        // A stream of no bytes would be sent without its length, which buckets refuse.
        if (size === 0) await disk.put(keyOf(key), "");
        else await disk.putStream(keyOf(key), createReadStream(spool), { contentLength: size });
      } catch (error) {
        throw writeFailure(error);
      } finally {
        await rm(spool, { force: true });
      }
    },
    read: (key) => disk.getStream(keyOf(key)),
    has: (key) => disk.exists(keyOf(key)),
    put: (key, text) => disk.put(keyOf(key), text),
    text: async (key) => ((await disk.exists(keyOf(key))) ? disk.get(keyOf(key)) : null),
    move: (key, to) => disk.move(keyOf(key), keyOf(to)),
    remove: (key) => disk.delete(keyOf(key)),
    async *list(folder) {
      for await (const object of objectsUnder(disk, keyOf(folder))) {
        yield { ...object, key: object.key.slice(place.prefix.length) };
      }
    },
  };
}
