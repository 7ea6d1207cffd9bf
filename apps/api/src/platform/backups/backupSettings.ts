import type { Retention } from "./retention.js";

/** Where backups are made by themselves, and how often. */
export interface BackupSettings {
  /** A folder, or a bucket as in STORAGE_URL. */
  to: string;
  passphrase: string | undefined;
  keep: Retention;
  /** The hours from one backup to the next. */
  everyHours: number;
}
