/** How long the work of all callers may keep the event loop at once, in milliseconds. */
const SLICE_MS = 10;

// What goes on does its work in promises, after everything else that was settled together with it has asked as well: the
// time is no measure of it yet. More than a few have to wait, so that their work is seen.
const AT_ONCE = 4;

const settled = Promise.resolve();

/** Work that waits for its slice. */
export interface Waiting {
  /** Continues the work, in promises that are settled before the next work continues. */
  resume(): void;
}

/**
 * The time that the work of all callers takes of each turn of the event loop: starting operations, completing large
 * responses, and the events of subscriptions. What does not fit waits for a later turn, in which callers alternate, so
 * that nobody waits for all that another has started.
 */
export class Slices {
  /** Callers in the order of their turns, each with its work in the order in which it came. */
  private readonly waiting = new Map<string, Waiting[]>();
  private since = 0;
  private started = 0;
  private active = false;

  /** Whether there is room left in this turn; the caller of this method then continues at once. */
  hasRoom(): boolean {
    if (!this.active) {
      this.active = true;
      this.startSlice();
      setImmediate(this.begin);
    }
    if (this.started >= AT_ONCE || this.waiting.size > 0 || !this.hasTime) return false;
    this.started += 1;
    return true;
  }

  /** Lets work of a caller continue in its turn; only for what found no room. */
  wait(work: Waiting, caller: string): void {
    const others = this.waiting.get(caller);
    if (others) others.push(work);
    else this.waiting.set(caller, [work]);
  }

  /** The turn of a caller: undefined where there is room at once. */
  turnOf(caller: string): Promise<void> | undefined {
    if (this.hasRoom()) return undefined;
    return new Promise((resume) => this.wait({ resume }, caller));
  }

  private get hasTime(): boolean {
    return performance.now() - this.since < SLICE_MS;
  }

  private startSlice(): void {
    this.since = performance.now();
    this.started = 0;
  }

  private readonly begin = (): void => {
    this.startSlice();
    if (this.waiting.size > 0) this.resumeNext();
    else this.active = false;
  };

  private readonly resumeNext = (): void => {
    const work = this.hasTime ? this.takeNext() : undefined;
    if (!work) return void setImmediate(this.begin);
    work.resume();
    // A tick by itself comes before the promises of the work, which then would not be measured.
    settled.then(() => process.nextTick(this.resumeNext));
  };

  private takeNext(): Waiting | undefined {
    const [turn] = this.waiting;
    if (!turn) return undefined;
    const [caller, works] = turn;
    const work = works.shift();
    // Whoever has more goes to the end.
    this.waiting.delete(caller);
    if (works.length > 0) this.waiting.set(caller, works);
    return work;
  }
}
