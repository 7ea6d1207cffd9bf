import type { Slices, Waiting } from "./slices.js";

const settled = Promise.resolve();

class Turn<T> implements Waiting {
  readonly value: Promise<T>;
  private settle!: (value: T) => void;

  constructor(
    private readonly pace: Pace,
    private readonly result: T,
  ) {
    this.value = new Promise((resolve) => {
      this.settle = resolve;
    });
  }

  resume(): void {
    if (this.pace.hasEnded) return;
    this.settle(this.result);
    this.pace.turnCame();
  }
}

/** Lets one large response be completed in slices, and read what it needs in as few statements as without them. */
export class Pace {
  hasEnded = false;
  private waiting = 0;
  private isScheduled = false;
  private due: (() => void)[] = [];

  constructor(
    private readonly slices: Slices,
    private readonly caller: string,
  ) {}

  /** A value in its turn: at once while there is time. */
  inTurn<T>(value: T): T | Promise<T> {
    if (this.waiting === 0 && this.slices.hasRoom()) return value;
    this.waiting += 1;
    const turn = new Turn(this, value);
    this.slices.wait(turn, this.caller);
    return turn.value;
  }

  /** Says that a value which waited goes on. */
  turnCame(): void {
    this.waiting -= 1;
    if (this.waiting === 0 && this.due.length > 0) this.schedule();
  }

  /**
   * Runs the reads of a response once everything that is due in the same turn has asked for its keys. What still waits for its turn belongs to
   * that, so that the number of statements depends on the shape of the request alone.
   */
  whenSettled(run: () => void): void {
    this.due.push(run);
    this.schedule();
  }

  /** Nothing goes on any more. */
  end(): void {
    this.hasEnded = true;
    this.due = [];
  }

  // One tick for all that is due in it. It comes after all promises that are settled by now.
  private schedule(): void {
    if (this.isScheduled) return;
    this.isScheduled = true;
    settled.then(() => process.nextTick(() => this.runDue()));
  }

  private runDue(): void {
    this.isScheduled = false;
    if (this.hasEnded || this.waiting > 0) return;
    const { due } = this;
    this.due = [];
    for (const run of due) run();
  }
}
