import { types } from "node:util";
import pg from "pg";
import { QueryRunnerAlreadyReleasedError } from "typeorm";

/** Why the database is temporarily unable to do something, as a stable code for callers. */
export type FailureReason =
  | "AWAY"
  | "CONTENDED"
  | "DISK_FULL"
  | "LOCKED"
  | "OVERLOADED"
  | "READ_ONLY"
  | "TIME_LIMIT"
  | "TOO_MANY_CONNECTIONS";

/** A temporary failure of the database, as opposed to an error in the request. */
export interface DatabaseFailure {
  reason: FailureReason;
  /** When a retry makes sense. */
  retryAfterSeconds: number;
  /** Whether it passes by itself or by an operator's action, so that background work waits for its end. */
  isOutage: boolean;
}

const failure = (
  reason: FailureReason,
  retryAfterSeconds: number,
  isOutage: boolean,
): DatabaseFailure => ({ reason, retryAfterSeconds, isOutage });

const AWAY = failure("AWAY", 2, true);

/** By SQLSTATE, the first match counts: https://www.postgresql.org/docs/current/errcodes-appendix.html */
const BY_SQLSTATE: readonly (readonly [RegExp, DatabaseFailure])[] = [
  // Lost connections, shutdown and start-up, sessions that were terminated for being idle.
  [/^08|^57P0|^25P03$/, AWAY],
  // The login or the database was removed while the server runs.
  [/^28|^3D000$/, AWAY],
  [/^53300$/, failure("TOO_MANY_CONNECTIONS", 2, true)],
  [/^53(100|400)$/, failure("DISK_FULL", 30, true)],
  [/^53/, failure("OVERLOADED", 5, true)],
  // After a failover the connections still lead to what was the primary.
  [/^25006$/, failure("READ_ONLY", 5, true)],
  [/^57014$|^25P04$/, failure("TIME_LIMIT", 5, false)],
  [/^55P03$/, failure("LOCKED", 2, false)],
  [/^40(001|P01)$/, failure("CONTENDED", 1, false)],
];

// The driver's own messages, for errors without one from the server.
const DRIVER =
  /^Connection terminated|^timeout expired|^timeout exceeded when trying to connect|^Client has encountered a connection error|^Client was closed/;

// Errors of sockets look alike whatever is at the other end.
const ofDatabase = new WeakSet<Error>();

/** Marks an error of a socket as one of a connection to the database. */
export function markAsDatabaseError(error: Error): void {
  ofDatabase.add(error);
}

function ownFailure(error: Error): DatabaseFailure | null {
  if (error instanceof pg.DatabaseError) {
    const { code = "" } = error;
    return BY_SQLSTATE.find(([sqlstate]) => sqlstate.test(code))?.[1] ?? null;
  }
  // A connection that is lost between two statements of a transaction destroys the query runner as well.
  if (error instanceof QueryRunnerAlreadyReleasedError) return AWAY;
  return ofDatabase.has(error) || DRIVER.test(error.message) ? AWAY : null;
}

/** The error that the driver threw: TypeORM wraps it. */
function* causesOf(error: unknown): Generator<Error> {
  for (let at = error; types.isNativeError(at); ) {
    yield at;
    at = "driverError" in at ? at.driverError : at.cause;
  }
}

/** The kind of temporary failure that an error means, or null if it is none. */
export function databaseFailure(error: unknown): DatabaseFailure | null {
  for (const cause of causesOf(error)) {
    const found = ownFailure(cause);
    if (found) return found;
  }
  return null;
}

/** Whether the database ended a transaction in favour of another one, so that it can be run again. */
export function isContended(error: unknown): boolean {
  return databaseFailure(error)?.reason === "CONTENDED";
}

const WITHOUT_CHANGES: readonly (FailureReason | undefined)[] = ["READ_ONLY", "DISK_FULL"];

/** Whether the database responds but accepts no writes for now. */
export function takesNoChanges(error: unknown): boolean {
  return WITHOUT_CHANGES.includes(databaseFailure(error)?.reason);
}

/** Awaits a write that reading does not depend on; it is skipped while the database accepts no writes. */
export async function ifItTakesChanges(write: Promise<unknown>): Promise<void> {
  try {
    await write;
  } catch (error) {
    if (!takesNoChanges(error)) throw error;
  }
}
