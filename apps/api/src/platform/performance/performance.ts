import type { Database } from "../database/database.js";
import { CrossRequestLoader } from "./crossRequestLoader.js";

/**
 * What a server has that makes requests cheap: reads shared by requests, look-ahead at the columns that a query selects,
 * planned execution and direct calls of resolvers. Without it every answer is the same, and takes longer.
 */
export class Performance {
  /** Reads for many requests together. */
  readonly crossRequestLoader: CrossRequestLoader;

  constructor(database: Database) {
    this.crossRequestLoader = new CrossRequestLoader(database);
  }
}
