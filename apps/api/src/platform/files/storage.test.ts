import { mkdtemp, readdir, rm } from "node:fs/promises";
import http from "node:http";
import type { AddressInfo } from "node:net";
import os from "node:os";
import path from "node:path";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { TooLarge } from "../errors.js";
import { openStorage } from "./openStorage.js";
import type { Storage } from "./storage.js";

/** A service that stores objects as S3 does, as far as the storage needs it. */
class Bucket {
  readonly objects = new Map<string, Buffer>();
  full = false;
  private readonly server = http.createServer((request, response) => {
    this.answer(request, response).catch((error: unknown) => response.destroy(error as Error));
  });

  async open(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, "127.0.0.1", resolve));
    const { port } = this.server.address() as AddressInfo;
    return `s3://clientela/team?region=sa-east-1&endpoint=http://127.0.0.1:${port}`;
  }

  close(): void {
    this.server.closeAllConnections();
    this.server.close();
  }

  private async answer(request: http.IncomingMessage, response: http.ServerResponse) {
    const url = new URL(request.url ?? "/", "http://s3");
    const key = decodeURIComponent(url.pathname.replace(/^\/clientela\/?/, ""));
    const object = this.objects.get(key);
    const body = await buffer(request);
    if (request.headers.authorization === undefined) response.writeHead(403).end();
    else if (url.searchParams.has("list-type")) response.end(this.listing(url.searchParams));
    else if (request.headers["x-amz-copy-source"] !== undefined) {
      const from = decodeURIComponent(String(request.headers["x-amz-copy-source"]));
      this.objects.set(key, this.objects.get(from.replace(/^\/?clientela\//, "")) ?? Buffer.of());
      response.end("<CopyObjectResult></CopyObjectResult>");
    } else if (request.method === "PUT" && this.full) {
      response.writeHead(507).end("<Error><Code>XMinioStorageFull</Code></Error>");
    } else if (request.method === "PUT") {
      this.objects.set(key, body);
      response.end();
    } else if (request.method === "DELETE") {
      this.objects.delete(key);
      response.writeHead(204).end();
    } else if (object) {
      response.setHeader("last-modified", new Date().toUTCString());
      response.setHeader("content-length", object.length);
      response.end(request.method === "HEAD" ? undefined : object);
    } else response.writeHead(404).end("<Error><Code>NoSuchKey</Code></Error>");
  }

  // Two objects a page, so that pages are turned.
  private listing(query: URLSearchParams): string {
    const start = Number(query.get("continuation-token") ?? 0);
    const keys = [...this.objects.keys()].filter((key) =>
      key.startsWith(query.get("prefix") ?? ""),
    );
    const entries = keys
      .slice(start, start + 2)
      .map(
        (key) =>
          `<Contents><Key>${key}</Key><LastModified>2026-01-02T03:04:05.000Z</LastModified><Size>1</Size></Contents>`,
      );
    const next =
      start + 2 < keys.length ? `<NextContinuationToken>${start + 2}</NextContinuationToken>` : "";
    return `<ListBucketResult>${entries.join("")}${next}</ListBucketResult>`;
  }
}

let dataDir: string;
let bucket: Bucket;
const environment = { ...process.env };
beforeEach(async () => {
  dataDir = await mkdtemp(path.join(os.tmpdir(), "clientela-storage-"));
  bucket = new Bucket();
  Object.assign(process.env, { AWS_ACCESS_KEY_ID: "key", AWS_SECRET_ACCESS_KEY: "secret" });
});
afterEach(async () => {
  process.env = { ...environment };
  bucket.close();
  await rm(dataDir, { recursive: true, force: true });
});

const open: Record<string, () => Promise<Storage>> = {
  folder: () => openStorage(undefined, dataDir),
  bucket: async () => openStorage(await bucket.open(), dataDir),
};

async function keysIn(storage: Storage): Promise<string[]> {
  const keys: string[] = [];
  for await (const { key } of storage.list("uploads")) keys.push(key);
  return keys.sort();
}

describe.each(Object.keys(open))("a %s", (kind) => {
  let storage: Storage;
  beforeEach(async () => {
    storage = await (open[kind] as () => Promise<Storage>)();
  });

  test("gives back what it was given, lists it and forgets it", async () => {
    const bytes = Buffer.alloc(300_000, "São João ");
    await storage.write("uploads/aa/1", Readable.from([bytes.subarray(0, 7), bytes.subarray(7)]));
    await storage.write("uploads/aa/2", Readable.from([]));
    await storage.write("uploads/bb/3", Readable.from([Buffer.from("x")]));
    await storage.write("exports/4", Readable.from([Buffer.from("y")]));
    expect((await buffer(await storage.read("uploads/aa/1"))).equals(bytes)).toBe(true);
    expect((await buffer(await storage.read("uploads/aa/2"))).length).toBe(0);
    expect(await keysIn(storage)).toEqual(["uploads/aa/1", "uploads/aa/2", "uploads/bb/3"]);
    for await (const object of storage.list("exports")) {
      expect((await object.modifiedAt()).getTime()).toBeGreaterThan(0);
    }
    await storage.remove("uploads/aa/1");
    await storage.remove("uploads/aa/1");
    await expect(storage.read("uploads/aa/1")).rejects.toThrow();
    expect(await keysIn(storage)).toEqual(["uploads/aa/2", "uploads/bb/3"]);
  });

  test("moves objects, stores short texts and reports missing objects", async () => {
    expect(await keysIn(storage)).toEqual([]);
    expect(await storage.text("mark.json")).toBeNull();
    await storage.put("mark.json", "one");
    await storage.put("mark.json", "two");
    expect(await storage.text("mark.json")).toBe("two");
    await storage.write("uploads/aa/1", Readable.from([Buffer.from("x")]));
    await storage.move("uploads/aa/1", "quarantine/today/uploads/aa/1");
    expect(await storage.has("uploads/aa/1")).toBe(false);
    expect((await buffer(await storage.read("quarantine/today/uploads/aa/1"))).toString()).toBe(
      "x",
    );
  });

  test("stores nothing of contents that fail, and reports their error", async () => {
    const failing = Readable.from(
      (async function* () {
        yield Buffer.alloc(100_000);
        throw new TooLarge(1);
      })(),
    );
    await expect(storage.write("uploads/aa/1", failing)).rejects.toBeInstanceOf(TooLarge);
    expect(await keysIn(storage)).toEqual([]);
    const left = await readdir(dataDir, { recursive: true, withFileTypes: true });
    expect(left.filter((entry) => entry.isFile())).toEqual([]);
  });
});

test("a bucket stores everything below its prefix, and reports when it is full", async () => {
  const storage = await openStorage(await bucket.open(), dataDir);
  await storage.write("uploads/aa/1", Readable.from([Buffer.from("x")]));
  expect([...bucket.objects.keys()]).toEqual(["team/uploads/aa/1"]);
  bucket.full = true;
  await expect(
    storage.write("uploads/aa/2", Readable.from([Buffer.from("x")])),
  ).rejects.toMatchObject({ code: "STORAGE_FULL" });
});

test.each([
  ["s3:", "s3://bucket/prefix?region="],
  ["file://host/place", "file:///absolute/path"],
  ["s3://clientela?endpoint=http://127.0.0.1:9", "clientela cannot be used"],
])("%s is refused in a sentence", async (url, sentence) => {
  await expect(openStorage(url, dataDir)).rejects.toThrow(sentence);
});
