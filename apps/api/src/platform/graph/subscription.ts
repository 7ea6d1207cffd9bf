import type { Context } from "../context.js";
import type { DomainEvent } from "../database/domainEvent.js";

/** What type-graphql passes to the source of a subscription. */
export interface SubscriptionSource<Args> {
  args: Args;
  context: Context;
}

/**
 * The events of a subscription, preceded by one so that the first response is the present state. Not a
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
  // Subscribes before the first response is made, so that no event in between is lost.
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
