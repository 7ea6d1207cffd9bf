import type { Db } from "../database/db.js";
import type { StoredObject } from "../files/storage.js";
import { batchesOf } from "./batches.js";
import type { Installation } from "./installation.js";
import { knownAmong } from "./storedKind.js";

const FOLDER = "quarantine";
const DAYS = 30;
const DAY_MS = 24 * 60 * 60 * 1000;
const KEY = /^quarantine\/(\d{4}-\d{2}-\d{2})\/(.+)$/;

/** Moves an object to the quarantine for 30 days, and logs it. A missing one is no error. */
export async function intoQuarantine(
  { storage, log }: Installation,
  key: string,
  reason: string,
  now: Date,
): Promise<void> {
  if (!(await storage.has(key))) return;
  await storage.move(key, `${FOLDER}/${now.toISOString().slice(0, 10)}/${key}`);
  log.info({ key, reason, days: DAYS }, "moved to the quarantine of the storage");
}

/** Restores quarantined objects that have a record, and removes those that were there for 30 days. Each is logged. */
export async function sweepQuarantine(
  installation: Installation,
  db: Db,
  now: Date,
): Promise<void> {
  for await (const objects of batchesOf(installation.storage.list(FOLDER))) {
    if (!(await installation.maySweep())) return;
    await sweepSome(installation, db, objects, now);
  }
}

async function sweepSome(
  { storage, kinds, log }: Installation,
  db: Db,
  objects: readonly StoredObject[],
  now: Date,
): Promise<void> {
  const kept = objects.flatMap(({ key }) => {
    const [, day = "", original = ""] = KEY.exec(key) ?? [];
    return original ? [{ key, day, original }] : [];
  });
  for (const kind of kinds) {
    const of = kept.filter(({ original }) => original.startsWith(`${kind.folder}/`));
    const known = await knownAmong(
      db,
      kind,
      of.map(({ original }) => original),
    );
    for (const { key, day, original } of of) {
      if (known.has(original) && !(await storage.has(original))) {
        await storage.move(key, original);
        log.warn({ key: original }, "put back from the quarantine of the storage: it has a record");
      } else if (now.getTime() - Date.parse(day) > (DAYS + 1) * DAY_MS) {
        await storage.remove(key);
        log.info({ key }, "removed from the quarantine of the storage, after 30 days there");
      }
    }
  }
}
