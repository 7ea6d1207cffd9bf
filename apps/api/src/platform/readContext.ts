import type { Db } from "./database/db.js";
import type { Organisation } from "./organisation.js";

/**
 * What can be used for reading without knowing the caller. What the features of the server add up to is declared where they
 * are known: `registry.ts` adds `app`.
 */
export interface ReadContext {
  /** The pool; inside a mutation, its transaction. */
  readonly db: Db;
  /** The calendar date in the organisation's time zone, YYYY-MM-DD. */
  readonly today: string;
  readonly organisation: Organisation;
}

/**
 * Loads many keys at once, in the keys' order; `args` are the same for all of them. The result does not depend on the
 * caller, so that requests can share it.
 */
export type BatchLoader<Key, Args, Value> = (
  keys: readonly Key[],
  args: Args,
  reading: ReadContext,
) => Promise<readonly Value[]>;
