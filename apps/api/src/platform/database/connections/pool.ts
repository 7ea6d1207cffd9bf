import { Socket } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { type ClientOptions, CONNECT_MS, DatabaseClient } from "./client.js";

const TOO_MANY_CONNECTIONS = "53300";
const FULL_MS = 1_000;
const ROOM_MS = 50;

/** Sends the writes of one tick as one packet. */
class TickSocket extends Socket {
  override cork(): void {
    if (this.writableCorked === 0) {
      super.cork();
      process.nextTick(() => this.uncork());
    }
    super.cork();
  }
}

/** The options of a pool. */
export interface PoolOptions extends ClientOptions {
  /** The maximum number of connections. */
  max: number;
  /** The number of extra connections, used while as many have not responded for a while. */
  reserve?: number;
  /** Asks another pool to close a connection for one that has none at all; returns whether one does. */
  makeRoom?: () => boolean;
}

type Connected = Parameters<pg.Pool["connect"]>[0];

const isFull = (error: unknown): boolean =>
  error instanceof pg.DatabaseError && error.code === TOO_MANY_CONNECTIONS;

const isStale = (client: unknown): boolean => client instanceof DatabaseClient && client.isStale;

/**
 * Connections of one kind. Where the server accepts no more of them, requests wait for the open ones, and
 * connections that do not respond are replaced from a reserve.
 */
export class DatabasePool extends pg.Pool {
  readonly clients = new Set<DatabaseClient>();
  private readonly size: number;
  private readonly reserve: number;
  private readonly makeRoom: () => boolean;
  private stuck = 0;
  private most = Number.POSITIVE_INFINITY;

  constructor({ reserve = 0, makeRoom = () => false, ...options }: PoolOptions) {
    super({ ...options, Client: DatabaseClient });
    this.size = options.max;
    this.reserve = reserve;
    this.makeRoom = makeRoom;
    this.on("connect", (client) => {
      if (client instanceof DatabaseClient) this.clients.add(client);
    });
    this.on("remove", (client) => {
      if (client instanceof DatabaseClient) this.clients.delete(client);
    });
    this.on("acquire", (client) => {
      if (client instanceof DatabaseClient) client.isTaken = true;
    });
    this.on("release", (_error, client) => {
      if (!(client instanceof DatabaseClient)) return;
      client.isTaken = false;
      // The pool does not take back a connection that is ending.
      if (client.isStale) void client.end();
    });
  }

  /** Reports how many of its connections have not responded for a while. */
  makeUpFor(stuck: number): void {
    if (this.stuck === stuck) return;
    this.stuck = stuck;
    this.limit();
  }

  override connect(): Promise<pg.PoolClient>;
  override connect(callback: Connected): void;
  override connect(callback?: Connected): Promise<pg.PoolClient> | undefined {
    if (!callback) {
      return super.connect().then(
        (client) => this.replaceStale(client),
        (error: unknown) => this.waitForOne(error),
      );
    }
    super.connect((error, client, release) => {
      if (isStale(client)) {
        release(true);
        return this.connect(callback);
      }
      if (!isFull(error)) return callback(error, client, release);
      this.waitForOne(error).then(
        (found) => callback(undefined, found, (reason) => found.release(reason)),
        (reason: Error) => callback(reason, undefined, () => undefined),
      );
    });
    return undefined;
  }

  // Until the pool learns that a connection was abandoned, it may still return it.
  private replaceStale(client: pg.PoolClient): pg.PoolClient | Promise<pg.PoolClient> {
    if (!isStale(client)) return client;
    client.release(true);
    return this.connect();
  }

  // The server accepts no further connection: wait until one of the open ones is free, or another
  // pool closes one.
  private async waitForOne(error: unknown): Promise<pg.PoolClient> {
    const deadline = Date.now() + (this.options.connectionTimeoutMillis ?? CONNECT_MS);
    for (let failure = error; isFull(failure) && Date.now() < deadline; ) {
      const isEmpty = this.totalCount === 0;
      if (isEmpty && !this.makeRoom()) break;
      this.limitFor(FULL_MS);
      if (isEmpty) await pause(ROOM_MS);
      try {
        return await this.replaceStale(await super.connect());
      } catch (next) {
        failure = next;
      }
    }
    throw error;
  }

  private limitFor(milliseconds: number): void {
    this.most = this.totalCount;
    this.limit();
    setTimeout(() => {
      this.most = Number.POSITIVE_INFINITY;
      this.limit();
    }, milliseconds).unref();
  }

  private limit(): void {
    const wanted = this.size + Math.min(this.stuck, this.reserve);
    this.options.max = Math.max(1, Math.min(wanted, this.most));
  }
}

/** A pool whose connections are pipelined: statements are sent without waiting for earlier results. */
export function pipelinedPool(options: PoolOptions): DatabasePool {
  return new DatabasePool({ ...options, pipeline: true, stream: () => new TickSocket() });
}
