import { type FieldNode, type GraphQLError, locatedError, responsePathAsArray } from "graphql";

/** An object or a list of the response, which values are put into. */
export type Container = Record<string | number, unknown>;

/** The position of a value in the response; resolvers receive it as their path. */
export class Place {
  constructor(
    readonly prev: Place | undefined,
    readonly key: string | number,
    readonly typename: string | undefined,
    readonly container: Container,
    readonly isNonNull: boolean,
  ) {}
}

/** Thrown in place of an error that is recorded, from a position that may not be null to those above it. */
const PROPAGATED = Symbol("propagated");

interface Failure {
  error: GraphQLError;
  /** Undefined where the operation itself failed. */
  place: Place | undefined;
}

/** A failure, and the nearest position above it that may be null. */
interface Nulling {
  error: GraphQLError;
  nulled: Place | undefined;
}

/** The errors of a response. */
interface Failures {
  errors: readonly GraphQLError[];
  /** Whether the response as a whole is null. */
  isNulled: boolean;
}

const NO_FAILURES: Failures = { errors: [], isNulled: false };

/**
 * What is pending in a response, and what has failed. Errors take effect once nothing is pending any more, in the order
 * of the response, so that the response does not depend on which of two fields failed first.
 */
export class ExecutionProgress {
  private pending = 0;
  private failures: Failure[] | null = null;
  private end: (() => void) | undefined;

  /** A promise that nothing is pending any more; undefined if nothing is. */
  ended(): Promise<void> | undefined {
    if (this.pending === 0) return undefined;
    return new Promise((resolve) => {
      this.end = resolve;
    });
  }

  /** A value is pending. */
  wait(): void {
    this.pending += 1;
  }

  /** A pending value is complete, or has failed. */
  arrive(): void {
    this.pending -= 1;
    if (this.pending === 0) this.end?.();
  }

  /** Records the error of a value: null in its place, or thrown on to the object or list above that may not contain null. */
  fail(nodes: readonly FieldNode[], place: Place, thrown: unknown): null {
    this.failLater(nodes, place, thrown);
    if (place.isNonNull) throw PROPAGATED;
    return null;
  }

  /** Records the error of an awaited value. */
  failLater(nodes: readonly FieldNode[], place: Place, thrown: unknown): void {
    if (thrown !== PROPAGATED)
      this.record(locatedError(thrown, nodes, responsePathAsArray(place)), place);
  }

  /** Makes the whole response null. */
  failAll(thrown: unknown): void {
    // What comes here was located.
    if (thrown !== PROPAGATED) this.record(thrown as GraphQLError, undefined);
  }

  private record(error: GraphQLError, place: Place | undefined): void {
    this.failures ??= [];
    this.failures.push({ error, place });
  }

  /**
   * Puts null where errors lead to, once nothing is pending. Returns one error for each null: the first one in the order of
   * the response that leads there. Errors below a null are not reported.
   */
  settle(): Failures {
    if (!this.failures) return NO_FAILURES;
    const nulled = new Set<Place | undefined>();
    const isNulled = (place: Place | undefined): boolean =>
      nulled.has(undefined) || pathTo(place).some((above) => nulled.has(above));
    const nullings: Nulling[] = [];
    for (const { error, place } of this.failures.sort((a, b) => compare(a.place, b.place))) {
      if (isNulled(place)) continue;
      const nearest = nearestNullable(place);
      nulled.add(nearest);
      nullings.push({ error, nulled: nearest });
    }
    const reported = nullings.filter(
      (one) => one.nulled === undefined || !isNulled(one.nulled.prev),
    );
    for (const { nulled: place } of reported) if (place) place.container[place.key] = null;
    return { errors: reported.map(({ error }) => error), isNulled: nulled.has(undefined) };
  }
}

function nearestNullable(place: Place | undefined): Place | undefined {
  let nearest = place;
  while (nearest?.isNonNull) nearest = nearest.prev;
  return nearest;
}

function pathTo(place: Place | undefined): Place[] {
  const path: Place[] = [];
  for (let at = place; at; at = at.prev) path.unshift(at);
  return path;
}

// The key of a field that failed before its object was complete is missing there: it was the last to be started.
function positionOf({ key, container }: Place): number {
  if (typeof key === "number") return key;
  const position = Object.keys(container).indexOf(key);
  return position === -1 ? Number.POSITIVE_INFINITY : position;
}

function compare(one: Place | undefined, other: Place | undefined): number {
  const [path, otherPath] = [pathTo(one), pathTo(other)];
  for (const [index, place] of path.entries()) {
    const otherPlace = otherPath[index];
    if (!otherPlace) return 1;
    if (place.key !== otherPlace.key) return positionOf(place) - positionOf(otherPlace);
  }
  return path.length - otherPath.length;
}
