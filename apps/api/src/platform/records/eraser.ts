import type { Context } from "../context.js";

/** The personal data to delete. */
export interface Erasure {
  /** The person's records: one, and all that were merged into it. */
  recordIds: readonly string[];
  /** Whether its files are deleted too. */
  includeFiles: boolean;
  /** The present and former e-mail addresses and tax IDs of the person. */
  signs: readonly string[];
  /** The present and former phones of the person and of the people at it, which others may share. */
  phones: readonly string[];
  /** The present and former names, addresses, numbers and sites of the person and of the people at it. */
  texts: readonly string[];
  /** The present and former tags and cities of the person, which others may share. */
  traits: readonly string[];
}

/** How a feature deletes personal data. */
export interface Eraser {
  /** The fields whose values are removed from the history, by record type. */
  history?: (erasure: Erasure) => Readonly<Record<string, readonly string[]>>;
  /** Deletes it, in a fixed number of statements. */
  erase?: (context: Context, erasure: Erasure) => Promise<void>;
}
