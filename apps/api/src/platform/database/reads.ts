import { Socket } from "node:net";
import pg, {
  type ClientBase,
  type PoolClient,
  type PoolConfig,
  type QueryConfig,
  type QueryResult,
} from "pg";

/** Sends what is written in one tick as one packet. */
class TickSocket extends Socket {
  override cork(): void {
    if (this.writableCorked === 0) {
      super.cork();
      process.nextTick(() => this.uncork());
    }
    super.cork();
  }
}

/** A pool of connections on which statements are sent behind one another without waiting for answers. */
export function pipelinedPool(config: PoolConfig): pg.Pool {
  return new pg.Pool({ ...config, pipeline: true, stream: () => new TickSocket() });
}

// Where the driver is asked for a promise, it makes a function among the old objects, which keeps what was answered
// until the whole heap is cleaned up.
/** What a connection answers to a statement. */
export async function answerOf(client: ClientBase, statement: QueryConfig): Promise<QueryResult> {
  try {
    return await new Promise((resolve, reject) => {
      client.query(statement, (error, result) => (error ? reject(error) : resolve(result)));
    });
  } catch (error) {
    // Leads to who asked, where its own stack leads to the socket.
    if (error instanceof Error) Error.captureStackTrace(error);
    throw error;
  }
}

/**
 * The connection that one reader reads over, held while statements are under way: those that come meanwhile
 * are sent behind them. The pool must be a pipelined one.
 */
export class Reads {
  private held: Promise<PoolClient> | null = null;
  private underWay = 0;

  constructor(private readonly pool: pg.Pool) {}

  async query(statement: QueryConfig): Promise<QueryResult> {
    this.underWay += 1;
    this.held ??= this.pool.connect();
    const held = this.held;
    try {
      const client = await held;
      return await answerOf(client, statement);
    } finally {
      this.underWay -= 1;
      if (this.underWay === 0) {
        this.held = null;
        // Where there was no connection to be had, each statement has said so.
        held.then(
          (client) => client.release(),
          () => undefined,
        );
      }
    }
  }
}
