import { Unavailable } from "../../errors.js";

const SHARE = 1 / 2;
/** What part of the connections is never lent to a caller that has its share already. */
const KEPT_FREE = 1 / 4;
const RETRY_AFTER_SECONDS = 1;
const MIN_KEPT = 1_000;

/** A caller keeps its share busy for too long: it was given no place. */
export class ShareExhausted extends Unavailable {
  constructor() {
    super("BUSY", RETRY_AFTER_SECONDS);
  }
}

interface Waiting {
  resolve(): void;
  timer: NodeJS.Timeout;
}

/** The connections of one pool, as far as callers hold them. */
class SharedConnections {
  private held = 0;
  private readonly lendable: number;

  constructor(connections: number) {
    this.lendable = connections - Math.ceil(connections * KEPT_FREE);
  }

  get canLend(): boolean {
    return this.held < this.lendable;
  }

  take(): void {
    this.held += 1;
  }

  giveBack(): void {
    this.held -= 1;
  }
}

/** What one caller holds of a pool's connections. */
export class ConnectionShare {
  private held = 0;
  private readonly waiting: Waiting[] = [];

  constructor(
    private readonly connections: SharedConnections,
    private readonly most: number,
    private readonly waitMs: number,
  ) {}

  get isIdle(): boolean {
    return this.held === 0;
  }

  private get mayTake(): boolean {
    return this.held < this.most || this.connections.canLend;
  }

  /**
   * Takes a connection's place: at once (undefined), or when the caller gives one back. Rejects with ShareExhausted where it
   * keeps its share busy for too long.
   */
  take(): Promise<void> | undefined {
    if (this.mayTake) {
      this.hold();
      return undefined;
    }
    return new Promise((resolve, reject) => {
      const waiting = {
        resolve,
        timer: setTimeout(() => {
          this.waiting.splice(this.waiting.indexOf(waiting), 1);
          reject(new ShareExhausted());
        }, this.waitMs),
      };
      this.waiting.push(waiting);
    });
  }

  /** Gives back what was taken: to the caller's next statements that wait for it, where it may still hold as many. */
  giveBack(): void {
    this.held -= 1;
    this.connections.giveBack();
    while (this.waiting.length > 0 && this.mayTake) {
      const next = this.waiting.shift();
      if (!next) return;
      clearTimeout(next.timer);
      this.hold();
      next.resolve();
    }
  }

  private hold(): void {
    this.held += 1;
    this.connections.take();
  }
}

/**
 * Divides the connections of a pool among callers. Each has half of them, and borrows more while others leave them unused; a
 * quarter is never lent, so that there is one for everybody else, however slow the statements of a caller are.
 */
export class ConnectionShares {
  private readonly connections: SharedConnections;
  private readonly most: number;
  // Whoever is idle stays for a while, as V8 makes new tables for maps that grow and shrink with every request.
  private readonly byCaller = new Map<string, ConnectionShare>();
  private maxKept = MIN_KEPT;

  /** @param waitMs the longest that a caller waits for a connection of its own */
  constructor(
    connections: number,
    private readonly waitMs: number,
  ) {
    this.connections = new SharedConnections(connections);
    this.most = Math.max(1, Math.floor(connections * SHARE));
  }

  /** How many callers are remembered. */
  get size(): number {
    return this.byCaller.size;
  }

  /** The share of a caller. */
  of(caller: string): ConnectionShare {
    let share = this.byCaller.get(caller);
    if (!share) {
      if (this.byCaller.size >= this.maxKept) this.forgetIdle();
      share = new ConnectionShare(this.connections, this.most, this.waitMs);
      this.byCaller.set(caller, share);
    }
    return share;
  }

  private forgetIdle(): void {
    for (const [caller, share] of this.byCaller) if (share.isIdle) this.byCaller.delete(caller);
    // Looked through again only once as many more have come.
    this.maxKept = Math.max(MIN_KEPT, this.byCaller.size * 2);
  }
}
