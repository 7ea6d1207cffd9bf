import { RateLimited } from "../errors.js";

const RETRY_AFTER_SECONDS = 1;
const MIN_KEPT = 1_000;

/** What each person or key asks for at the same time: operations under way, and subscriptions that are open. */
export class ConcurrentCost {
  // Who has nothing under way stays for a while: V8 makes new tables for maps that grow and shrink with every request.
  private readonly byCaller = new Map<string, number>();
  private maxKept = MIN_KEPT;

  constructor(private readonly limit: number) {}

  /** How many callers are remembered. */
  get size(): number {
    return this.byCaller.size;
  }

  /** Throws RateLimited where the caller has too much under way; a single operation is always taken. */
  take(caller: string, cost: number): void {
    const underWay = this.byCaller.get(caller) ?? 0;
    if (underWay > 0 && underWay + cost > this.limit) throw new RateLimited(RETRY_AFTER_SECONDS);
    this.byCaller.set(caller, underWay + cost);
    if (this.byCaller.size > this.maxKept) this.forgetIdle();
  }

  /** Gives back what was taken. */
  giveBack(caller: string, cost: number): void {
    this.byCaller.set(caller, Math.max(0, (this.byCaller.get(caller) ?? 0) - cost));
  }

  private forgetIdle(): void {
    for (const [caller, underWay] of this.byCaller)
      if (underWay === 0) this.byCaller.delete(caller);
    // Looked through again only once as many more have come.
    this.maxKept = Math.max(MIN_KEPT, this.byCaller.size * 2);
  }
}
