import { eachFile } from "./checkBackup.js";
import { BackupTarget } from "./target.js";

/** How many backups are kept: the latest of each of so many days, weeks and months that have one. */
export interface Retention {
  daily: number;
  weekly: number;
  monthly: number;
}

const DAY_MS = 24 * 60 * 60 * 1000;
/** A Monday. */
const FIRST_WEEK = Date.UTC(1970, 0, 5);

const periods: Record<keyof Retention, (moment: Date) => string> = {
  daily: (moment) => moment.toISOString().slice(0, 10),
  weekly: (moment) => String(Math.floor((moment.getTime() - FIRST_WEEK) / (7 * DAY_MS))),
  monthly: (moment) => moment.toISOString().slice(0, 7),
};

/**
 * The names of the backups to keep; those of the last 24 hours before the latest are always among them. Days begin at
 * midnight UTC, weeks on Monday.
 */
export function namesToKeep(names: readonly string[], retention: Retention): Set<string> {
  const latestFirst = [...names].sort().reverse();
  const ageOf = (name: string) =>
    BackupTarget.momentOf(latestFirst[0] ?? name).getTime() - BackupTarget.momentOf(name).getTime();
  const kept = new Set(latestFirst.filter((name) => ageOf(name) < DAY_MS));
  for (const [period, periodOf] of Object.entries(periods)) {
    const most = retention[period as keyof Retention];
    const seen = new Set<string>();
    for (const name of latestFirst) {
      const key = periodOf(BackupTarget.momentOf(name));
      if (seen.has(key)) continue;
      if (seen.size === most) break;
      seen.add(key);
      kept.add(name);
    }
  }
  return kept;
}

/**
 * Removes the backups that are not to be kept, and the files that none of the others has. To be called while no backup is
 * made. Returns the names of the removed backups.
 */
export async function removeOldBackups(
  target: BackupTarget,
  retention: Retention,
): Promise<string[]> {
  const names = await target.names();
  const kept = namesToKeep(names, retention);
  const removed = names.filter((name) => !kept.has(name));
  if (removed.length === 0) return removed;
  const wanted = new Set<number>();
  for (const name of kept)
    await eachFile(target, name, async ({ sha256 }) => {
      wanted.add(shortened(target.fileName(sha256)));
    });
  // Only once all lists that count could be read.
  for (const name of removed) await target.remove(name);
  await target.removeFiles((name) => wanted.has(shortened(name)));
  return removed;
}

// Six bytes of a hash take a tenth of its memory; two names that share them are both kept.
const shortened = (name: string): number => Number.parseInt(name.slice(0, 12), 16);
