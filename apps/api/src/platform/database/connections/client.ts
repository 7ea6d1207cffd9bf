import pg from "pg";
import { markAsDatabaseError } from "../databaseFailure.js";

/** The connect timeout. */
export const CONNECT_MS = 5_000;
const KEEP_ALIVE_MS = 10_000;
// A server that does not respond does not close connections either.
const GOODBYE_MS = 2_000;

// Parameters that the server reports by itself, at the start and on each change; either of them prevents writes.
// https://www.postgresql.org/docs/current/protocol-flow.html#PROTOCOL-ASYNC
const READ_ONLY_PARAMETERS: readonly string[] = ["in_hot_standby", "default_transaction_read_only"];
const READ_ONLY_SQL_TRANSACTION = "25006";

/** Observes connections while they are open. */
export interface ClientObserver {
  opened(client: DatabaseClient): void;
  closed(client: DatabaseClient): void;
}

/** Whether a session can write; unknown where a connection pooler withholds the server's reports. */
export type SessionAccess = "read-write" | "read-only" | "unknown";

interface ParameterStatus {
  parameterName: string;
  parameterValue: string;
}

/** The options of a connection. */
export interface ClientOptions extends pg.ClientConfig {
  observer?: ClientObserver;
  /** The connect timeout, which is not the `connectionTimeoutMillis` of a pool; 5 s by default. */
  connectMs?: number;
  /** Whether the session keeps prepared statements, which it does unless a pooler gives each transaction another one. */
  prepares?: boolean;
}

/**
 * A connection to the database. Connecting and ending have time limits, keep-alive packets are sent, and its
 * errors never become uncaught exceptions: they reject the promises that wait for a result.
 */
export class DatabaseClient extends pg.Client {
  /** A field of the driver: false while a statement is running. */
  declare readonly readyForQuery: boolean | undefined;
  /** A field of the driver: identifies the server's process when a statement has to be cancelled. */
  declare readonly processID: number | null;
  declare readonly secretKey: number | null;
  declare readonly sslNegotiation: string;
  /** Whether it is checked out of its pool. */
  isTaken = false;
  /** Set once no new statement may use it. */
  isStale = false;
  private readonly readOnlyParameters = new Map<string, boolean>();
  private hasRefusedWrite = false;

  constructor({
    observer,
    connectMs = CONNECT_MS,
    prepares = true,
    ...options
  }: ClientOptions = {}) {
    super({
      keepAlive: true,
      keepAliveInitialDelayMillis: KEEP_ALIVE_MS,
      ...options,
      // The timeout of a pool may be longer.
      connectionTimeoutMillis: connectMs,
    });
    if (!prepares) Object.defineProperty(this, "query", { value: unprepared(this.query) });
    this.on("error", () => undefined);
    // Before the driver's own listener, which forwards the error.
    this.connection.on("error", markAsDatabaseError);
    this.connection.on("errorMessage", ({ code }: pg.DatabaseError) => {
      if (code === READ_ONLY_SQL_TRANSACTION) this.hasRefusedWrite = true;
    });
    this.connection.on("parameterStatus", ({ parameterName, parameterValue }: ParameterStatus) => {
      if (READ_ONLY_PARAMETERS.includes(parameterName))
        this.readOnlyParameters.set(parameterName, parameterValue === "on");
    });
    if (!observer) return;
    this.once("connect", () => observer.opened(this));
    this.once("end", () => observer.closed(this));
  }

  get awaitsResponse(): boolean {
    return this.readyForQuery === false;
  }

  /** Increases with everything that the server sends. */
  get bytesReceived(): number {
    const { stream } = this.connection;
    return "bytesRead" in stream ? Number(stream.bytesRead) : 0;
  }

  /** What is known so far, from the server's reports or from a refused write. */
  get access(): SessionAccess {
    const reported = [...this.readOnlyParameters.values()];
    if (this.hasRefusedWrite || reported.includes(true)) return "read-only";
    return reported.length > 0 ? "read-write" : "unknown";
  }

  /** Closes it at once without notifying a server that does not respond; pending statements are rejected with the reason. */
  abandon(reason: string): void {
    this.isStale = true;
    const error = new Error(`Connection terminated: ${reason}`);
    this.connection.stream.destroy(error);
  }

  override end(): Promise<void>;
  override end(callback: (error: Error) => void): void;
  override end(callback?: (error: Error) => void): Promise<void> | undefined {
    const { stream } = this.connection;
    const timer = setTimeout(() => stream.destroy(), GOODBYE_MS).unref();
    stream.once("close", () => clearTimeout(timer));
    if (!callback) return super.end();
    super.end(callback);
    return undefined;
  }
}

/** The driver's `query` for sessions that keep no prepared statements, whoever names one: libraries do, too. */
function unprepared(query: pg.Client["query"]) {
  return function (this: DatabaseClient, statement: unknown, ...rest: unknown[]): unknown {
    return Reflect.apply(query, this, [withoutName(statement), ...rest]);
  };
}

function withoutName(statement: unknown): unknown {
  if (statement instanceof pg.Query) statement.name = undefined;
  else if (typeof statement === "object" && statement !== null && "text" in statement)
    return { ...statement, name: undefined };
  return statement;
}

/** Opens one connection for `work`, and closes it. */
export async function withClient<T>(
  options: ClientOptions,
  work: (client: DatabaseClient) => Promise<T>,
): Promise<T> {
  const client = new DatabaseClient(options);
  try {
    await client.connect();
    return await work(client);
  } finally {
    await client.end();
  }
}
