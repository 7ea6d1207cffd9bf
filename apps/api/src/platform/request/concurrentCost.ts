import { RateLimited } from "../errors.js";

const RETRY_AFTER_SECONDS = 1;

/** What each person or key asks for at the same time: operations under way, and subscriptions that are open. */
export class ConcurrentCost {
  private readonly byCaller = new Map<string, number>();

  constructor(private readonly limit: number) {}

  /** Throws RateLimited where the caller has too much under way; a single operation is always taken. */
  take(caller: string, cost: number): void {
    const underWay = this.byCaller.get(caller) ?? 0;
    if (underWay > 0 && underWay + cost > this.limit) throw new RateLimited(RETRY_AFTER_SECONDS);
    this.byCaller.set(caller, underWay + cost);
  }

  /** Gives back what was taken. */
  giveBack(caller: string, cost: number): void {
    const left = (this.byCaller.get(caller) ?? 0) - cost;
    if (left > 0) this.byCaller.set(caller, left);
    else this.byCaller.delete(caller);
  }
}
