import { FewAtOnce } from "./fewAtOnce.js";
import type { Slices } from "./slices.js";

// What is read for them together is completed together, and keeps the event loop that long.
const AT_ONCE = 16;

/**
 * The turns in which the events of subscriptions are executed. One event can reach thousands of them: those of a caller
 * are executed a few at a time, and share the slices of the event loop with the requests of all others.
 */
export class EventTurns {
  private readonly ofCallers = new FewAtOnce(AT_ONCE);

  constructor(private readonly slices: Slices) {}

  /** Runs the work for an event in its turn. */
  run<T>(caller: string, work: () => Promise<T>): Promise<T> {
    return this.ofCallers.run(caller, async () => {
      await this.slices.turnOf(caller);
      return work();
    });
  }
}
