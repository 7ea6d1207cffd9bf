import type { Database } from "../database/database.js";
import { CrossRequestLoader } from "./crossRequestLoader.js";

/**
 * The optimizations of a server: reads shared by requests, look-ahead at the columns that a query selects,
 * planned execution and direct calls of resolvers. Without them every response is the same, and takes longer.
 */
export class Performance {
  /** Loads for many requests together. */
  readonly crossRequestLoader: CrossRequestLoader;

  constructor(database: Database) {
    this.crossRequestLoader = new CrossRequestLoader(database);
  }
}
