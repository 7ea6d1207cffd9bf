import pLimit from "p-limit";
import { SetupError } from "../setupError.js";
import { checkFile, checkPart, listedFiles } from "./listedFiles.js";
import type { Manifest, StoredFile } from "./manifest.js";
import type { BackupTarget } from "./target.js";

const AT_ONCE = 8;
const BATCH = 200;

/** A backup of which every byte was compared with its manifest. */
export interface CheckedBackup {
  name: string;
  manifest: Manifest;
}

/**
 * Reads all of a backup and compares it with its manifest; nothing else is touched.
 * @param name its name; the latest unless given
 * @param migrations those that this version knows
 * @throws SetupError where it is damaged, cut, newer than this version, or foreign
 */
export async function checkBackup(
  target: BackupTarget,
  name: string | undefined,
  migrations: readonly string[],
): Promise<CheckedBackup> {
  const latest = name ?? (await target.names()).at(-1);
  if (latest === undefined) throw new SetupError(`There is no complete backup at ${target.place}.`);
  const manifest = await target.manifest(latest);
  const newer = manifest.migrations.filter((one) => !migrations.includes(one));
  if (newer.length > 0) {
    throw new SetupError(
      `The backup ${latest} is newer than this Clientela: a later version has changed the database (${newer.join(", ")}). Use that version or a later one.`,
    );
  }
  for (const part of [...manifest.tables, manifest.jobs]) await checkPart(target, part);
  let files = 0;
  await eachFile(target, latest, async (file) => {
    await checkFile(target, file);
    files += 1;
  });
  if (files !== manifest.files.count) {
    throw new SetupError(
      `The backup ${latest} is damaged: it lists ${files} files instead of ${manifest.files.count}. Use another backup.`,
    );
  }
  return { name: latest, manifest };
}

/** Does something with each file of a backup, several at once. */
export async function eachFile(
  target: BackupTarget,
  name: string,
  work: (file: StoredFile) => Promise<void>,
): Promise<void> {
  const limit = pLimit(AT_ONCE);
  let batch: Promise<void>[] = [];
  for await (const file of listedFiles(target, name)) {
    batch.push(limit(() => work(file)));
    if (batch.length < BATCH) continue;
    await Promise.all(batch);
    batch = [];
  }
  await Promise.all(batch);
}
