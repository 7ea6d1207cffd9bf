import { setTimeout as pause } from "node:timers/promises";
import type { ClientBase, PoolClient, QueryResult } from "pg";
import { ClientClosedRequest, Unavailable } from "../errors.js";
import { cancelStatement } from "./cancelStatement.js";
import { DatabaseClient } from "./connections/client.js";
import { type ConnectionShare, ShareExhausted } from "./connections/connectionShares.js";
import type { DatabasePool } from "./connections/pool.js";
import { CountedQuery, type CountedStatement, type RowCounter } from "./countedQuery.js";

// Most statements end by themselves sooner than by being cancelled.
const GRACE_MS = 100;
const MAX_CANCELS = 50;

// Where the driver is asked for a promise, it makes a function among the old objects, which keeps what was answered
// until the whole heap is cleaned up.
/** The result of a statement; throws Unavailable if `rows` accepts no more. */
export async function resultOf(
  client: ClientBase,
  statement: CountedStatement,
  rows: RowCounter,
): Promise<QueryResult> {
  try {
    return await new Promise((resolve, reject) => {
      const query = new CountedQuery(statement, rows, (error, result) => {
        if (error) reject(error);
        else if (query.end()) resolve(result);
        else reject(new Unavailable("BUSY"));
      });
      client.query(query);
    });
  } catch (error) {
    // Points to the caller; the stack of the error itself leads to the socket.
    if (error instanceof Error) Error.captureStackTrace(error);
    throw error;
  }
}

/** Work that can be cancelled while it runs. */
export interface Cancellable {
  cancel(): void;
}

/** Tracks whether anyone still waits for a read, and cancels it when nobody does. */
export interface CancelsReads {
  readonly isCancelled: boolean;
  begin(work: Cancellable): void;
  end(work: Cancellable): void;
}

/**
 * The connection of one reader, held while statements are pending: later ones
 * are sent behind them. The pool must be a pipelined one; the reader waits for its share of it. On `cancellation`, pending
 * statements are cancelled and no further ones sent.
 */
export class Reads implements Cancellable {
  private held: Promise<PoolClient> | null = null;
  private underWay = 0;
  private cancelling: Promise<void> | null = null;

  constructor(
    private readonly pool: DatabasePool,
    private readonly cancellation?: CancelsReads,
    private readonly share: ConnectionShare | null = null,
  ) {}

  async query(statement: CountedStatement, rows: RowCounter): Promise<QueryResult> {
    if (this.cancellation?.isCancelled) throw new ClientClosedRequest();
    if (this.underWay === 0) this.cancellation?.begin(this);
    this.underWay += 1;
    this.held ??= this.connect();
    const held = this.held;
    try {
      const client = await held;
      // It may have waited for the connection until nobody waits for it any more.
      if (this.cancellation?.isCancelled) throw new ClientClosedRequest();
      return await resultOf(client, statement, rows);
    } catch (error) {
      if (this.cancellation?.isCancelled) throw new ClientClosedRequest();
      throw error;
    } finally {
      this.underWay -= 1;
      if (this.underWay === 0) {
        this.cancellation?.end(this);
        this.held = null;
        this.release(held);
      }
    }
  }

  private connect(): Promise<PoolClient> {
    const turn = this.share?.take();
    return turn ? turn.then(() => this.pool.connect()) : this.pool.connect();
  }

  private release(held: Promise<PoolClient>): void {
    // A cancel request that is still on its way must not hit the next reader's statement.
    const free = this.cancelling ? this.cancelling.then(() => held) : held;
    free.then(
      (client) => {
        client.release();
        this.share?.giveBack();
      },
      // Where no connection could be opened, each statement has reported it.
      (error: unknown) => {
        if (!(error instanceof ShareExhausted)) this.share?.giveBack();
      },
    );
  }

  /** Cancels what is running. */
  cancel(): void {
    if (this.underWay === 0 || this.held === null) return;
    this.cancelling = this.cancelAll(this.held).catch(() => undefined);
  }

  private async cancelAll(held: Promise<PoolClient>): Promise<void> {
    const client = await held;
    if (!(client instanceof DatabaseClient)) return;
    await pause(GRACE_MS);
    try {
      for (let cancels = 0; this.underWay > 0 && cancels < MAX_CANCELS; cancels += 1) {
        await cancelStatement(client);
        await pause(GRACE_MS);
      }
    } catch {
      client.abandon("a statement could not be cancelled");
    }
  }
}
