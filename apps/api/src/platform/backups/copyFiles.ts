import { createInterface } from "node:readline";
import { PassThrough, Readable } from "node:stream";
import pLimit from "p-limit";
import type { ClientBase } from "pg";
import type { Logger } from "pino";
import type { Storage } from "../files/storage.js";
import type { StoredKind } from "../installation/storedKind.js";
import { compressed } from "./compression.js";
import { listedFiles } from "./listedFiles.js";
import type { Manifest, StoredFile } from "./manifest.js";
import { copyOut } from "./tables.js";
import type { BackupTarget } from "./target.js";

const AT_ONCE = 8;
const BATCH = 500;
const DAY_MS = 24 * 60 * 60 * 1000;

/** Where the files are copied from and to. */
export interface CopyOptions {
  storage: Storage;
  kinds: readonly StoredKind[];
  target: BackupTarget;
  /** The backup that they belong to. */
  name: string;
  /** The moment of the backup. */
  now: Date;
  /** What `storedIds` gave. */
  ids: Readable;
  log: Logger;
}

/** The ids of all records that have bytes, one a line with the folder of their kind, in the order of the ids. */
export function storedIds(client: ClientBase, kinds: readonly StoredKind[]): Readable {
  const query = kinds.map(({ folder, stored }, at) => {
    if (stored.values.length > 0) throw new Error(`the ids of ${folder} depend on values`);
    return `SELECT ${at} AS kind, r.id FROM (${stored.text}) r`;
  });
  // A server may have no feature with files.
  if (query.length === 0) return Readable.from([]);
  return copyOut(client, `SELECT * FROM (${query.join(" UNION ALL ")}) s ORDER BY kind, id`);
}

/**
 * Copies the files that the target does not have yet, and writes the list of all. Files that earlier backups list are
 * known by their keys, whose bytes never change, and are not read again. A file that was removed since the moment of the
 * backup is found in the quarantine of the storage.
 */
export async function copyFiles(options: CopyOptions): Promise<Manifest["files"]> {
  const { target, name, log } = options;
  const totals = { count: 0, bytes: 0, added: 0, addedBytes: 0 };
  const missing: string[] = [];
  async function* lines(): AsyncIterable<string> {
    for await (const { key, file, isNew } of filesOf(options)) {
      if (!file) {
        missing.push(key);
        continue;
      }
      totals.count += 1;
      totals.bytes += file.bytes;
      totals.added += isNew ? 1 : 0;
      totals.addedBytes += isNew ? file.bytes : 0;
      yield `${JSON.stringify(file)}\n`;
    }
  }
  const list = await target.writePart(
    name,
    "files",
    compressed(Readable.from(lines()), new PassThrough()),
  );
  if (missing.length > 0)
    log.error({ missing }, "files of the database are not in the storage, nor in the backup");
  return { ...totals, missing, list };
}

interface Copied {
  key: string;
  /** Null where the storage does not have it. */
  file: StoredFile | null;
  isNew: boolean;
}

async function* filesOf(options: CopyOptions): AsyncIterable<Copied> {
  const { kinds, target, ids } = options;
  const limit = pLimit(AT_ONCE);
  const known = await KnownFiles.open(target, kinds);
  let batch: Promise<Copied>[] = [];
  for await (const line of createInterface({ input: ids })) {
    const [at = "", id = ""] = line.split("\t");
    const kind = kinds[Number(at)];
    if (!kind) throw new Error(`there is no kind ${at}`);
    const key = kind.keyOf(id);
    const before = await known.find(Number(at), id);
    batch.push(limit(() => copyOne(options, key, before)));
    if (batch.length < BATCH) continue;
    yield* await Promise.all(batch);
    batch = [];
  }
  yield* await Promise.all(batch);
}

async function copyOne(
  { storage, target, now }: CopyOptions,
  key: string,
  before: StoredFile | null,
): Promise<Copied> {
  if (before && (await target.hasFile(before.sha256))) return { key, file: before, isNew: false };
  const place = await placeOf(storage, key, now);
  if (place === null) return { key, file: null, isNew: false };
  const { bytes, sha256, isNew } = await target.addFile(await storage.read(place));
  return { key, file: { key, bytes, sha256 }, isNew };
}

/** Where the bytes of a key are now: there, or since the moment of the backup in the quarantine. */
async function placeOf(storage: Storage, key: string, moment: Date): Promise<string | null> {
  if (await storage.has(key)) return key;
  for (let time = moment.getTime() - DAY_MS; time < Date.now() + DAY_MS; time += DAY_MS) {
    const place = `quarantine/${new Date(time).toISOString().slice(0, 10)}/${key}`;
    if (await storage.has(place)) return place;
  }
  return null;
}

/** The files of the latest backup, in the order of `storedIds`: both are read once, side by side. */
class KnownFiles {
  private next: { kind: number; id: string; file: StoredFile } | null = null;

  private constructor(
    private readonly files: AsyncIterator<StoredFile>,
    private readonly kinds: readonly StoredKind[],
  ) {}

  static async open(target: BackupTarget, kinds: readonly StoredKind[]): Promise<KnownFiles> {
    const name = (await target.names()).at(-1);
    const files = name === undefined ? nothing() : listedFiles(target, name);
    const known = new KnownFiles(files[Symbol.asyncIterator](), kinds);
    await known.advance();
    return known;
  }

  /** The file of a record; to be called with ascending records. */
  async find(kind: number, id: string): Promise<StoredFile | null> {
    while (this.next && isBefore(this.next, { kind, id })) await this.advance();
    return this.next?.kind === kind && this.next.id === id ? this.next.file : null;
  }

  private async advance(): Promise<void> {
    const { value: file, done } = await this.files.next();
    if (done) {
      this.next = null;
      return;
    }
    const kind = this.kinds.findIndex(({ folder }) => file.key.startsWith(`${folder}/`));
    this.next = { kind, id: this.kinds[kind]?.idOf(file.key) ?? "", file };
  }
}

interface Position {
  kind: number;
  id: string;
}

const isBefore = (a: Position, b: Position): boolean =>
  a.kind === b.kind ? a.id < b.id : a.kind < b.kind;

async function* nothing(): AsyncIterable<StoredFile> {}
