import { createHash } from "node:crypto";
import type { Db } from "../database/db.js";
import type { StoredObject } from "../files/storage.js";
import { batchesOf } from "./batches.js";
import type { Installation } from "./installation.js";
import { intoQuarantine } from "./quarantine.js";
import { knownAmong, type StoredKind } from "./storedKind.js";

/** Longer than any upload may pause, so that objects without a record will not get one. */
const MINUTES_WITHOUT_RECORD = 15;
/** The share or number of objects that may be moved without a person's confirmation. */
const SHARE = 0.03;
const FEW = 3;

interface Found {
  total: number;
  orphans: string[];
}

/**
 * Moves objects that have no record to the quarantine: those of a process that was killed between the two. More than
 * three in a hundred of all objects, or of the objects with a record, are no leftovers: they stay until a person confirms
 * them, by a code that is derived from exactly these.
 */
export async function sweepOrphans(installation: Installation, db: Db, now: Date): Promise<void> {
  if (!(await installation.maySweep())) return;
  const found: Found = { total: 0, orphans: [] };
  for (const kind of installation.kinds) await look(installation, db, kind, now, found);
  const { total, orphans } = found;
  if (!isFew(found)) {
    const code = createHash("sha256").update(orphans.sort().join("\n")).digest("hex").slice(0, 8);
    if (installation.confirmed !== code) {
      installation.askPerson(
        `${orphans.length} of ${total} objects in the storage at ${installation.storage.place} have no record in the database. That is more than a few leftovers, so they stay. If they may go to the quarantine, start once with CONFIRM_SWEEP=${code}.`,
      );
      return;
    }
  }
  installation.askPerson(null);
  for (const key of orphans) {
    if (!(await installation.maySweep())) return;
    await intoQuarantine(installation, key, "no record", now);
  }
}

function isFew({ total, orphans }: Found): boolean {
  const known = total - orphans.length;
  return orphans.length <= Math.min(known, Math.max(FEW, total * SHARE));
}

async function look(
  { storage }: Installation,
  db: Db,
  kind: StoredKind,
  now: Date,
  found: Found,
): Promise<void> {
  const youngest = now.getTime() - MINUTES_WITHOUT_RECORD * 60_000;
  for await (const objects of batchesOf<StoredObject>(storage.list(kind.folder))) {
    const known = await knownAmong(
      db,
      kind,
      objects.map(({ key }) => key),
    );
    found.total += objects.length;
    for (const { key, modifiedAt } of objects) {
      if (!known.has(key) && (await modifiedAt()).getTime() < youngest) found.orphans.push(key);
    }
  }
}
