import { Unavailable } from "../errors.js";
import type { DomainEvent } from "./domainEvent.js";

// Who follows events and does not take them keeps this many in memory.
const MAX_BEHIND = 1_000;
const RETRY_AFTER_SECONDS = 1;

type Result = IteratorResult<DomainEvent, undefined>;

/**
 * The events that somebody follows, from the moment it is created. Not a generator: one that waits for an event cannot
 * be ended. Whoever falls too far behind gets Unavailable instead of further events, and has to read again.
 */
export class Following implements AsyncIterableIterator<DomainEvent, undefined> {
  private readonly coming: DomainEvent[] = [];
  private readonly waiting: ((result: Result) => void)[] = [];
  private state: "open" | "behind" | "ended" = "open";

  /** @param leave called once, when it takes no more events */
  constructor(
    private readonly wanted: (event: DomainEvent) => boolean,
    private readonly leave: (following: Following) => void,
  ) {}

  [Symbol.asyncIterator](): this {
    return this;
  }

  /** Takes an event that was published. */
  hear(event: DomainEvent): void {
    if (this.state !== "open" || !this.wanted(event)) return;
    const next = this.waiting.shift();
    if (next) next({ value: event, done: false });
    else if (this.coming.length < MAX_BEHIND) this.coming.push(event);
    else this.stop("behind");
  }

  next(): Promise<Result> {
    const event = this.coming.shift();
    if (event) return Promise.resolve({ value: event, done: false });
    if (this.state === "behind") {
      this.state = "ended";
      return Promise.reject(new Unavailable("BUSY", RETRY_AFTER_SECONDS));
    }
    if (this.state === "ended") return this.return();
    return new Promise((resolve) => this.waiting.push(resolve));
  }

  return(): Promise<Result> {
    const wasOpen = this.state === "open";
    this.coming.length = 0;
    if (wasOpen) this.stop("ended");
    else this.state = "ended";
    return Promise.resolve({ value: undefined, done: true });
  }

  private stop(state: "behind" | "ended"): void {
    this.state = state;
    for (const resolve of this.waiting.splice(0)) resolve({ value: undefined, done: true });
    this.leave(this);
  }
}
