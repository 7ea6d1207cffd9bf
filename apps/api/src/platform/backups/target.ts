import { stat } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { fileURLToPath, pathToFileURL } from "node:url";
import { v4 as uuidV4 } from "uuid";
import { z } from "zod";
import { openStorage } from "../files/openStorage.js";
import type { Storage } from "../files/storage.js";
import { parsedJson } from "../parsedJson.js";
import { SetupError } from "../setupError.js";
import { type Manifest, manifestText, readManifest, type StoredPart } from "./manifest.js";
import { Meter } from "./meter.js";
import { lockedVault, newKey, openVault, unlockKey, type Vault } from "./vault.js";

const HEADER = "clientela-backups.json";
const KEY = "key.age";
const BACKUPS = "backups";
const FILES = "files";
const ARRIVING = "arriving";
const FORMAT = 1;
const NAME = /^\d{4}-\d{2}-\d{2}T\d{6}Z$/;

/** What a target says of itself, in plain text. */
const headerSchema = z.object({
  format: z.literal(FORMAT),
  /** Whose backups it holds: those of one installation. */
  installation: z.uuid(),
  encrypted: z.boolean(),
});
type Header = z.output<typeof headerSchema>;

/** How a target is opened. */
export interface TargetOptions {
  /** A folder, or what STORAGE_URL can be. */
  url: string;
  passphrase: string | undefined;
  /** The installation that makes its backups here; none to read what is there. */
  installation?: string;
}

/**
 * A place with the backups of one installation. Each backup is a folder with its tables, its list of files, and its
 * manifest; all of them share the bytes of the files, which are stored once, under their hash.
 */
export class BackupTarget {
  private constructor(
    private readonly storage: Storage,
    readonly installation: string,
    private readonly vault: Vault,
  ) {}

  /**
   * Opens a target; with an installation, an empty place becomes its target.
   * @throws SetupError where the place holds something else, belongs to another installation, or cannot be decrypted
   */
  static async open({ url, passphrase, installation }: TargetOptions): Promise<BackupTarget> {
    const storage = await openPlace(url, installation !== undefined);
    const header =
      (await readHeader(storage)) ?? (await begin(storage, installation, passphrase !== undefined));
    if (installation !== undefined && header.installation !== installation) {
      throw new SetupError(
        `The backups at ${storage.place} belong to the installation ${header.installation}, and this one is ${installation}. Back up to a place of its own.`,
      );
    }
    return new BackupTarget(
      storage,
      header.installation,
      await vaultOf(storage, header, passphrase),
    );
  }

  /** Where it is, for people. */
  get place(): string {
    return this.storage.place;
  }

  /** The complete backups, oldest first. */
  async names(): Promise<string[]> {
    const names = new Set<string>();
    for await (const { key } of this.storage.list(BACKUPS)) {
      const [, name = "", part] = key.split("/");
      if (part === "manifest" && NAME.test(name)) names.add(name);
    }
    return [...names].sort();
  }

  /** The name of a backup by its moment. */
  static nameAt(moment: Date): string {
    return `${moment.toISOString().slice(0, 19).replaceAll(":", "")}Z`;
  }

  /** The moment of a backup by its name. */
  static momentOf(name: string): Date {
    return new Date(`${name.slice(0, 13)}:${name.slice(13, 15)}:${name.slice(15)}`);
  }

  /**
   * The manifest of a backup.
   * @throws SetupError where there is none, or it is damaged, newer, or of another installation
   */
  async manifest(name: string): Promise<Manifest> {
    const text = NAME.test(name) ? await this.storage.text(manifestKey(name)) : null;
    if (text === null) {
      throw new SetupError(`There is no complete backup ${name} at ${this.place}.`);
    }
    const manifest = readManifest(await this.vault.openText(text), name);
    if (manifest.installation === this.installation) return manifest;
    throw new SetupError(
      `The backup ${name} belongs to the installation ${manifest.installation}, and the other backups at ${this.place} to ${this.installation}: it was put there by somebody.`,
    );
  }

  /** Completes a backup. */
  async writeManifest(name: string, manifest: Omit<Manifest, "format">): Promise<void> {
    await this.storage.put(manifestKey(name), await this.vault.sealText(manifestText(manifest)));
  }

  /** Stores a part of a backup. */
  async writePart(name: string, part: string, contents: Readable): Promise<StoredPart> {
    const key = `${BACKUPS}/${name}/${part}`;
    return { key, ...(await this.write(key, await this.vault.seal(contents))) };
  }

  /** The bytes of a part as they are stored: what its SHA-256 is of. */
  readStored({ key }: StoredPart): Promise<Readable> {
    return this.storage.read(key);
  }

  /** The contents of a part. */
  async readPart(part: StoredPart): Promise<Readable> {
    return this.vault.open(await this.readStored(part));
  }

  has(key: string): Promise<boolean> {
    return this.storage.has(key);
  }

  /** Whether the bytes of a file are there, by their SHA-256. */
  hasFile(sha256: string): Promise<boolean> {
    return this.storage.has(this.fileKey(sha256));
  }

  /** Stores the bytes of a file, unless they are there; `isNew` says whether they were not. */
  async addFile(contents: Readable): Promise<{ bytes: number; sha256: string; isNew: boolean }> {
    const arriving = `${ARRIVING}/${uuidV4()}`;
    const meter = new Meter();
    // The hash is the name, and known at the end only; what a killed process leaves has no name of a file.
    const sealed = await this.vault.seal(meter);
    await Promise.all([pipeline(contents, meter), this.storage.write(arriving, sealed)]);
    const sha256 = meter.digest();
    const isNew = !(await this.hasFile(sha256));
    if (isNew) await this.storage.move(arriving, this.fileKey(sha256));
    else await this.storage.remove(arriving);
    return { bytes: meter.bytes, sha256, isNew };
  }

  /** The bytes of a file. */
  async readFile(sha256: string): Promise<Readable> {
    return this.vault.open(await this.storage.read(this.fileKey(sha256)));
  }

  /** The name under which a file is stored, by its SHA-256. */
  fileName(sha256: string): string {
    return this.vault.nameOf(sha256);
  }

  /** Removes a backup, its manifest first; the files stay. */
  async remove(name: string): Promise<void> {
    await this.storage.remove(manifestKey(name));
    await this.removeAll(`${BACKUPS}/${name}`);
  }

  /** Removes what interrupted backups have left. */
  async removeLeftovers(): Promise<void> {
    const complete = new Set(await this.names());
    const incomplete = new Set<string>();
    for await (const { key } of this.storage.list(BACKUPS)) {
      const [, name = ""] = key.split("/");
      if (!complete.has(name)) incomplete.add(name);
    }
    for (const name of incomplete) await this.removeAll(`${BACKUPS}/${name}`);
    await this.removeAll(ARRIVING);
  }

  /** Removes the files whose names are not wanted; returns their number. */
  async removeFiles(isWanted: (name: string) => boolean): Promise<number> {
    let removed = 0;
    for await (const { key } of this.storage.list(FILES)) {
      if (isWanted(path.posix.basename(key))) continue;
      await this.storage.remove(key);
      removed += 1;
    }
    return removed;
  }

  private fileKey(sha256: string): string {
    const name = this.vault.nameOf(sha256);
    return `${FILES}/${name.slice(0, 2)}/${name}`;
  }

  private async write(key: string, sealed: Readable): Promise<Omit<StoredPart, "key">> {
    const meter = new Meter();
    await Promise.all([pipeline(sealed, meter), this.storage.write(key, meter)]);
    return { bytes: meter.bytes, sha256: meter.digest() };
  }

  private async removeAll(folder: string): Promise<void> {
    for await (const { key } of this.storage.list(folder)) await this.storage.remove(key);
  }
}

const manifestKey = (name: string): string => `${BACKUPS}/${name}/manifest`;

async function openPlace(url: string, isWritten: boolean): Promise<Storage> {
  const isUrl = /^(s3|file):/.test(url);
  const folder = url.startsWith("s3:") ? null : isUrl ? fileURLToPath(url) : path.resolve(url);
  // A mistyped folder must not be made.
  if (folder !== null && !isWritten && !(await isFolder(folder)))
    throw new SetupError(`There is no folder ${folder}, so there are no backups.`);
  const place = folder === null ? url : pathToFileURL(folder).href;
  return openStorage(place, path.join(os.tmpdir(), "clientela-backups"), "the target of backups");
}

const isFolder = (folder: string): Promise<boolean> =>
  stat(folder).then(
    (found) => found.isDirectory(),
    () => false,
  );

async function readHeader(storage: Storage): Promise<Header | null> {
  const text = await storage.text(HEADER);
  if (text === null) return null;
  const content = parsedJson(text);
  const header = headerSchema.safeParse(content);
  if (header.success) return header.data;
  const format = z.object({ format: z.int() }).safeParse(content);
  throw new SetupError(
    format.success && format.data.format > FORMAT
      ? `The backups at ${storage.place} were made by a newer Clientela. Use that version or a later one.`
      : `${HEADER} at ${storage.place} is damaged.`,
  );
}

/** Makes an empty place the target of an installation. */
async function begin(
  storage: Storage,
  installation: string | undefined,
  encrypted: boolean,
): Promise<Header> {
  if (installation === undefined)
    throw new SetupError(`There are no backups of Clientela at ${storage.place}.`);
  for await (const { key } of storage.list("")) {
    throw new SetupError(
      `${storage.place} holds something else than backups of Clientela (${key}). Back up to an empty place.`,
    );
  }
  const header: Header = { format: FORMAT, installation, encrypted };
  await storage.put(HEADER, `${JSON.stringify(header, null, 2)}\n`);
  return header;
}

async function vaultOf(
  storage: Storage,
  { encrypted }: Header,
  passphrase: string | undefined,
): Promise<Vault> {
  if (!encrypted) {
    if (passphrase === undefined) return openVault;
    throw new SetupError(
      `The backups at ${storage.place} are not encrypted, and BACKUP_PASSPHRASE is set. Encrypted ones need a place of their own.`,
    );
  }
  if (passphrase === undefined)
    throw new SetupError(`The backups at ${storage.place} are encrypted. Set BACKUP_PASSPHRASE.`);
  const kept = await storage.text(KEY);
  if (kept !== null) return lockedVault(await unlockKey(kept, passphrase));
  for await (const _ of storage.list(BACKUPS)) {
    throw new SetupError(
      `${KEY} at ${storage.place} is missing: without it, the backups there cannot be decrypted.`,
    );
  }
  const made = await newKey(passphrase);
  await storage.put(KEY, made.kept);
  return lockedVault(made.key);
}
