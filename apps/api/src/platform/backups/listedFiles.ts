import { createInterface } from "node:readline";
import { Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { SetupError } from "../setupError.js";
import { decompressed } from "./compression.js";
import { readFileLine, type StoredFile, type StoredPart } from "./manifest.js";
import { Meter } from "./meter.js";
import type { BackupTarget } from "./target.js";

const nowhere = () => new Writable({ write: (_chunk, _encoding, done) => done() });

/**
 * Compares a part of a backup with its manifest.
 * @throws SetupError where it is missing, cut, or damaged
 */
export async function checkPart(target: BackupTarget, part: StoredPart): Promise<void> {
  const refuse = (what: string): never => {
    throw new SetupError(
      `The backup is damaged: ${part.key} at ${target.place} ${what}. Use another backup.`,
    );
  };
  if (!(await target.has(part.key))) return refuse("is missing");
  const meter = new Meter();
  await pipeline(await target.readStored(part), meter, nowhere());
  if (meter.bytes < part.bytes)
    return refuse(`is cut: it has ${meter.bytes} of ${part.bytes} bytes`);
  if (meter.digest() !== part.sha256) return refuse("is not what was written");
}

/** The files of a backup, in the order in which they were listed; the list is compared with the manifest before. */
export async function* listedFiles(target: BackupTarget, name: string): AsyncIterable<StoredFile> {
  const { files } = await target.manifest(name);
  await checkPart(target, files.list);
  const text = decompressed(await target.readPart(files.list));
  for await (const line of createInterface({ input: text })) yield readFileLine(line, name);
}

/** Compares the bytes of a file with its hash. Throws a SetupError where they are missing or others. */
export async function checkFile(target: BackupTarget, file: StoredFile): Promise<void> {
  const damaged = (what: string) =>
    new SetupError(
      `The backup is damaged: the bytes of ${file.key} (${target.fileName(file.sha256)}) at ${target.place} ${what}. Use another backup, or make a new one once that object is removed.`,
    );
  if (!(await target.hasFile(file.sha256))) throw damaged("are missing");
  const meter = new Meter();
  await pipeline(await target.readFile(file.sha256), meter, nowhere()).catch(() => {
    throw damaged("cannot be read");
  });
  if (meter.digest() !== file.sha256) throw damaged("are not what was written");
}
