import type { Context } from "../context.js";

/** What is to be erased of a person. */
export interface Erasure {
  /** The records that are the person: one, and all that were merged into it. */
  recordIds: readonly string[];
  /** Whether its files go too. */
  includeFiles: boolean;
  /** The e-mail addresses and tax IDs that the person has and had. */
  signs: readonly string[];
  /** The names, addresses, numbers and sites that the person and the people at it have and had. */
  texts: readonly string[];
  /** The tags and cities that the person has and had, which others may share. */
  traits: readonly string[];
}

/** How a feature forgets what it holds of a person. */
export interface Eraser {
  /** The fields whose values the history forgets, by record type. */
  history?: (erasure: Erasure) => Readonly<Record<string, readonly string[]>>;
  /** Erases it, in a fixed number of statements. */
  erase?: (context: Context, erasure: Erasure) => Promise<void>;
}
