import type { Role } from "@clientela/shared/records/roles";
import type { Logger } from "pino";
import type { BackupSettings } from "./backups/backupSettings.js";
import type { Database } from "./database/database.js";
import type { Events } from "./database/events.js";
import type { Storage } from "./files/storage.js";
import type { Installation } from "./installation/installation.js";
import type { JobQueue } from "./jobs/jobQueue.js";
import type { Organisation } from "./organisation.js";
import type { Performance } from "./performance/performance.js";
import type { ResponseLimits } from "./request/responseMeter.js";
import type { ResponseMeters } from "./request/responseMeters.js";

/** A provider that people can sign in with (OpenID Connect). */
export interface SingleSignOn {
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** The name of the provider on the sign-in page. */
  name: string;
  /** The e-mail domains whose people are admitted without an invitation, in lower case. */
  domains: readonly string[];
  /** The role that they get. */
  role: Role;
}

/** Limits on what callers send. */
export interface Limits extends ResponseLimits {
  /** GraphQL requests a minute of one person or key, and ten times as many of one network; 0 for any number. */
  requestsPerMinute: number;
  /** Sockets that a person or key has open in one process. */
  socketsPerCaller: number;
  /** Milliseconds that a socket may be open before the client initialises it. */
  socketInitMs: number;
  /** Milliseconds after which whoever has a socket open is authenticated again, should no event have caused it before. */
  socketRecheckMs: number;
  /** Bytes of a customer's file. */
  fileBytes: number;
  /** Bytes of all files of a customer, those in the trash too. */
  customerFilesBytes: number;
  /** Bytes of a file to import. */
  importFileBytes: number;
  /** Bytes of the sheets of one person that wait to be imported; those of all API keys count as one person's. */
  waitingSheetsBytes: number;
  /** Bytes of all sheets that wait to be imported. */
  allWaitingSheetsBytes: number;
  /** Rows of a file to import. */
  importRows: number;
  /** Rows of an import that are written in one transaction. */
  importChunkRows: number;
}

/**
 * What lives as long as the server: opened once and passed to every request. Features depend on it, so the type of what
 * they add up to is declared where they are known: `registry.ts` adds `registry`.
 */
export interface App {
  readonly database: Database;
  /** The optimizations of requests, which change no response; null where the server runs without them. */
  readonly performance: Performance | null;
  /** State that all responses of the graph share. */
  readonly responseMeters: ResponseMeters;
  /** The defaults for settings that no admin has changed. */
  readonly organisation: Organisation;
  /** The data folder: files, uploads, the embedded database. */
  readonly dataDir: string;
  /** The public address of the app, where it is set. */
  readonly publicUrl: string | undefined;
  /** Networks of the trusted proxies, which may set X-Forwarded-For. */
  readonly trustedProxies: readonly string[];
  /** Encrypts secrets that have to be decrypted again, where it is set. */
  readonly secretKey: string | undefined;
  /** Private networks that webhooks may reach all the same, by plain HTTP too. */
  readonly webhookNetworks: readonly string[];
  /** Requires the public address, to which the provider redirects people. */
  readonly singleSignOn: SingleSignOn | undefined;
  /** Where the bytes of files are kept. */
  readonly storage: Storage;
  /** Whose storage that is, and whether anything may be removed from it. */
  readonly installation: Installation;
  /** How backups are made by themselves; null where they are not. */
  readonly backups: BackupSettings | null;
  /** Background jobs. */
  readonly jobs: JobQueue;
  readonly limits: Limits;
  readonly log: Logger;
  readonly events: Events;
  /** The clock; tests set their own. */
  readonly clock: () => Date;
}
