import type { Context } from "../context.js";
import type { DomainEvent } from "../database/events.js";

/** What type-graphql hands to the source of a subscription. */
export interface SubscriptionSource<Args> {
  args: Args;
  context: Context;
}

/**
 * The events of a subscription, one at the start so that the first answer is what is there now. Not a
 * generator: one that waits for an event cannot be ended, and every closed socket would leave it behind.
 */
export function eventsFor(
  context: Context,
  first: DomainEvent,
  wanted: (event: DomainEvent) => boolean,
  mayHear: (event: DomainEvent) => boolean | Promise<boolean> = () => true,
): AsyncIterableIterator<DomainEvent> {
  const ended = new AbortController();
  const events = context.app.events.follow(wanted, ended.signal);
  // Heard from now on, also while the first answer is made.
  let coming = events.next();
  let started = false;
  const end = (): Promise<IteratorResult<DomainEvent>> => {
    ended.abort();
    return Promise.resolve({ value: undefined, done: true });
  };
  return {
    [Symbol.asyncIterator]() {
      return this;
    },
    async next() {
      if (!started) {
        started = true;
        return { value: first, done: false };
      }
      for (;;) {
        const result = await coming;
        coming = events.next();
        context.refresh();
        if (result.done || (await mayHear(result.value))) return result;
      }
    },
    return: end,
    throw: end,
  };
}
