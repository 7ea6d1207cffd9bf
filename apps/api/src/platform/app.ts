import type { Logger } from "pino";
import type { Database } from "./database.js";
import type { Events } from "./events.js";

/** The organisation's own settings. */
export interface Organisation {
  timeZone: string;
  currency: string;
}

/** What callers may ask for at once. */
export interface Limits {
  /** The cost of one GraphQL operation, in records. */
  queryCost: number;
}

/** What lives as long as the server: opened once, handed to every request. */
export interface App {
  readonly database: Database;
  readonly organisation: Organisation;
  /** Folder of the installation: files, uploads, the embedded database. */
  readonly dataDir: string;
  /** Where people reach the app, where it is set. */
  readonly publicUrl: string | undefined;
  readonly limits: Limits;
  readonly log: Logger;
  readonly events: Events;
  /** The clock; tests bring their own. */
  readonly clock: () => Date;
}
