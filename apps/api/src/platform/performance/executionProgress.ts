import { type FieldNode, type GraphQLError, locatedError, responsePathAsArray } from "graphql";

/** An object or a list of the response, which values are put into. */
export type Container = Record<string | number, unknown>;

/** The position of a value in the response; resolvers receive it as their path. */
export class Place {
  /** Whether an error has made it null: errors below are ignored. */
  isNulled = false;
  /** Whether it has failed and may not be null: its parent has received the error. */
  hasFailed = false;
  /** Its index among the pending ones. */
  turn = -1;

  constructor(
    readonly prev: Place | undefined,
    readonly key: string | number,
    readonly typename: string | undefined,
    readonly container: Container,
    readonly isNonNull: boolean,
  ) {}
}

// graphql-js fails an object this many microtasks after a field; errors until then are reported.
const TURNS_TO_OBJECT = 3;

function afterTurns(turns: number, work: () => void): void {
  if (turns === 0) work();
  else queueMicrotask(() => afterTurns(turns - 1, work));
}

// Whether a value still counts for an object above it.
function isBelow(place: Place, object: Place | undefined): boolean {
  let at = place.prev;
  while (at && at !== object) {
    if (at.isNulled || at.hasFailed) return false;
    at = at.prev;
  }
  return at === object;
}

/**
 * The pending and failed parts of a response. An error is reported once, where graphql-js reports it: at the nearest
 * nullable position, unless something above it is null already.
 */
export class ExecutionProgress {
  readonly errors: GraphQLError[] = [];
  /** Whether the response as a whole is null. */
  isNulled = false;
  private readonly pending: Place[] = [];
  /** Errors of objects with other fields in progress, by the objects' position. */
  private late: Map<Place | undefined, unknown> | null = null;
  private end: (() => void) | undefined;

  /** How many positions wait for their values. */
  get started(): number {
    return this.pending.length;
  }

  /** A promise that nothing is pending any more; undefined if nothing is. */
  ended(): Promise<void> | undefined {
    if (this.pending.length === 0) return undefined;
    return new Promise((resolve) => {
      this.end = resolve;
    });
  }

  /** The value at a position is pending. */
  wait(place: Place): void {
    place.turn = this.pending.length;
    this.pending.push(place);
  }

  /** The value at a position is complete; `proceed` has to follow. */
  arrive(place: Place): void {
    const last = this.pending.pop();
    if (!last || last === place) return;
    last.turn = place.turn;
    this.pending[place.turn] = last;
  }

  /** Reports an error, and ends the position that waited for this value alone. */
  proceed(place: Place): void {
    if (this.late) this.failAbove(place);
    if (this.pending.length === 0 || this.isNulled) this.end?.();
  }

  /** Null in place of a value that failed synchronously; throws the error to the parent where the position is not nullable. */
  fail(nodes: readonly FieldNode[], place: Place, thrown: unknown): null {
    const error = locatedError(thrown, nodes, responsePathAsArray(place));
    if (place.isNonNull) {
      place.hasFailed = true;
      throw error;
    }
    this.add(error, place);
    return null;
  }

  /** Reports an error of an awaited value. */
  failLater(nodes: readonly FieldNode[], place: Place, thrown: unknown): void {
    const error = locatedError(thrown, nodes, responsePathAsArray(place));
    this.after(1, place, () => this.propagate(error, place));
  }

  /**
   * Reports the error of an object, all of whose fields up to the failing one were started, of which so many were
   * pending. These may fail as well, and are reported before; throws where none is pending.
   */
  failObject(place: Place | undefined, started: number, error: unknown): void {
    if (!this.pending.slice(0, started).some((relatedChanges) => isBelow(relatedChanges, place)))
      throw error;
    this.late ??= new Map();
    this.late.set(place, error);
  }

  /** Makes the whole response null. */
  failAll(error: unknown): void {
    this.add(error, undefined);
  }

  // Objects without anything in progress, the innermost first.
  private failAbove(place: Place): void {
    let object = place.prev;
    for (;;) {
      this.failIfAlone(object);
      if (!object) return;
      object = object.prev;
    }
  }

  private failIfAlone(object: Place | undefined): void {
    const { late } = this;
    if (!late?.has(object)) return;
    const error = late.get(object);
    const waits = (place: Place | undefined) => place !== undefined && isBelow(place, object);
    if (this.pending.some(waits) || [...late.keys()].some(waits)) return;
    late.delete(object);
    this.propagate(error, object);
  }

  // Makes the nearest nullable position null.
  private propagate(error: unknown, place: Place | undefined): void {
    if (!place?.isNonNull) {
      if (place) place.container[place.key] = null;
      this.add(error, place);
      return;
    }
    place.hasFailed = true;
    this.after(TURNS_TO_OBJECT, place, () => {
      const { prev } = place;
      if (prev?.hasFailed) return;
      const first = this.late?.get(prev) ?? error;
      this.late?.delete(prev);
      this.propagate(first, prev);
    });
  }

  private after(turns: number, place: Place, work: () => void): void {
    this.wait(place);
    afterTurns(turns, () => {
      this.arrive(place);
      work();
      this.proceed(place);
    });
  }

  private add(error: unknown, place: Place | undefined): void {
    if (this.isNulled) return;
    for (let at = place; at; at = at.prev) if (at.isNulled) return;
    if (place) place.isNulled = true;
    else this.isNulled = true;
    // What comes here was located.
    this.errors.push(error as GraphQLError);
  }
}
