/** How long large answers may keep the event loop at once, in milliseconds. */
const SLICE_MS = 10;

/** Work that waits for its slice. */
export interface Waiting {
  /** Goes on; what follows from it in promises has run by the next tick. */
  resume(): void;
}

/**
 * The time that the completion of large answers takes of each turn of the event loop, all of them together: what does
 * not fit waits for a later turn, so that small requests are answered in between.
 */
export class Slices {
  private readonly waiting: Waiting[] = [];
  private since = 0;
  private active = false;

  /** Whether there is time left in this turn; whoever is told so goes on at once. */
  hasRoom(): boolean {
    if (this.active) return this.waiting.length === 0 && this.hasTime;
    this.active = true;
    this.since = performance.now();
    setImmediate(this.begin);
    return true;
  }

  /** Lets work go on in its turn, in the order in which it came; only for what found no room. */
  wait(work: Waiting): void {
    this.waiting.push(work);
  }

  private get hasTime(): boolean {
    return performance.now() - this.since < SLICE_MS;
  }

  private readonly begin = (): void => {
    this.since = performance.now();
    if (this.waiting.length > 0) this.resumeNext();
    else this.active = false;
  };

  private readonly resumeNext = (): void => {
    const work = this.hasTime ? this.waiting.shift() : undefined;
    if (work) {
      work.resume();
      process.nextTick(this.resumeNext);
    } else setImmediate(this.begin);
  };
}
