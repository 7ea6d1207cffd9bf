import type { Cancellable, CancelsReads } from "../database/reads.js";

/**
 * Cancels what is under way for a caller when nobody waits for it any more. An AbortSignal says the same, but making one
 * and its listeners takes a good part of the time of a short request, and they live on until the whole heap is cleaned up.
 */
export class Cancellation implements CancelsReads {
  private cancelled = false;
  private underWay: Set<Cancellable> | null = null;

  /** A cancellation that happens when a signal aborts. */
  static by(signal: AbortSignal): Cancellation {
    const cancellation = new Cancellation();
    if (signal.aborted) cancellation.cancel();
    else signal.addEventListener("abort", () => cancellation.cancel(), { once: true });
    return cancellation;
  }

  get isCancelled(): boolean {
    return this.cancelled;
  }

  /** How much is running. */
  get size(): number {
    return this.underWay?.size ?? 0;
  }

  /** Says that work is under way, until `end`. */
  begin(work: Cancellable): void {
    this.underWay ??= new Set();
    this.underWay.add(work);
  }

  /** Says that work has ended. */
  end(work: Cancellable): void {
    this.underWay?.delete(work);
  }

  /** Cancels what is under way; what asks from now on is to begin nothing. */
  cancel(): void {
    if (this.cancelled) return;
    this.cancelled = true;
    for (const work of this.underWay ?? []) work.cancel();
  }
}
