import { performance } from "node:perf_hooks";
import { setTimeout as pause } from "node:timers/promises";
import { Reads } from "../../src/platform/database/reads.js";

/**
 * Gives the server its replies one by one, in the order in which it asked, until the returned function is called. What one
 * reply leads to is asked before the next one comes, so that how many statements a request takes is no matter of time:
 * whether two replies happen to come together, and what both lead to is read once.
 */
export function oneReplyAtATime(): () => void {
  const { query } = Reads.prototype;
  let given = Promise.resolve();
  Reads.prototype.query = async function (...asked) {
    const before = given;
    const { promise, resolve } = Promise.withResolvers<void>();
    given = promise;
    try {
      const reply = query.apply(this, asked);
      await Promise.allSettled([reply, before]);
      await untilIdle();
      return await reply;
    } finally {
      resolve();
    }
  };
  return () => {
    Reads.prototype.query = query;
  };
}

/** Waits until the event loop has nothing left to do: it only rests where nothing is due. */
async function untilIdle(): Promise<void> {
  const { idleTime } = performance.nodeTiming;
  while (performance.nodeTiming.idleTime === idleTime) await pause(1);
}
