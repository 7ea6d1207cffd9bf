import {
  createSourceEventStream,
  type ExecutionArgs,
  type ExecutionResult,
  execute,
  GraphQLError,
} from "graphql";
import type { RequestContext } from "../../request/requestContext.js";
import { mayBeLong, writeInTurns } from "../responseText.js";

/** How the events of a subscription are executed. */
export interface EventExecution {
  /** A new context, for an event. */
  open: () => RequestContext;
  /** The maximum cost of an event. */
  cost: number;
  /** Executes an event when its turn comes. */
  inTurn<T>(work: () => Promise<T>): Promise<T>;
}

type Args = Omit<ExecutionArgs, "contextValue">;

function failed(error: unknown): ExecutionResult {
  if (!(error instanceof Error)) throw error;
  return { errors: [new GraphQLError(error.message, { originalError: error })] };
}

/** The responses to the events of a subscription, each counted and limited separately. */
class MeteredEvents implements AsyncGenerator<ExecutionResult, void, void> {
  private current: RequestContext | null = null;

  constructor(
    private readonly events: AsyncIterator<unknown>,
    private readonly args: Args,
    private readonly execution: EventExecution,
  ) {}

  [Symbol.asyncIterator](): this {
    return this;
  }

  /** A request for the next response means that the last one was sent. */
  async next(): Promise<IteratorResult<ExecutionResult, void>> {
    this.current?.meter.close();
    let event: IteratorResult<unknown>;
    try {
      event = await this.events.next();
    } catch (error) {
      // The next request finds that the events have ended.
      return { value: failed(error), done: false };
    }
    if (event.done) return this.return();
    return { value: await this.execution.inTurn(() => this.responseTo(event.value)), done: false };
  }

  async return(): Promise<IteratorResult<ExecutionResult, void>> {
    this.current?.meter.close();
    await this.events.return?.();
    return { value: undefined, done: true };
  }

  async throw(error: unknown): Promise<IteratorResult<ExecutionResult, void>> {
    await this.return();
    throw error;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.return();
  }

  private async responseTo(event: unknown): Promise<ExecutionResult> {
    const context = this.execution.open();
    this.current = context;
    const { meter } = context;
    try {
      meter.begin(this.execution.cost);
      const args = { ...this.args, rootValue: event, contextValue: context };
      const result = await meter.untilRefused(execute(args));
      // A response that is too long is refused before it is sent in one piece.
      if (mayBeLong(meter)) await writeInTurns(result.data, meter);
      return result;
    } catch (error) {
      return failed(error);
    }
  }
}

/** Subscribes as graphql-js does, and executes each event in a context of its own. */
export async function subscribeMetered(
  args: Args,
  execution: EventExecution,
): Promise<ExecutionResult | AsyncGenerator<ExecutionResult, void, void>> {
  const events = await createSourceEventStream({ ...args, contextValue: execution.open() });
  return Symbol.asyncIterator in events
    ? new MeteredEvents(events[Symbol.asyncIterator](), args, execution)
    : events;
}
