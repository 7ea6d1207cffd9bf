import type { Database } from "../database/database.js";
import type { Db } from "../database/db.js";
import type { RecordScope } from "../database/recordScope.js";
import type { StatementCounter } from "../database/sqlStats.js";
import type { Organisation } from "../organisation.js";
import type { BatchLoader, ReadContext } from "../readContext.js";
import type { Cancellation } from "../request/cancellation.js";

/** Larger sets of keys are read separately, so that other requests do not wait for them. */
const MAX_SHARED_KEYS = 40;

/** The request that loads, which counts the statements. */
interface LoadingRequest extends ReadContext {
  readonly stats: StatementCounter;
  readonly cancellation?: Cancellation;
  /** Who shares the database with others; absent for work that nobody waits for. */
  readonly caller?: string | null;
  /** Whose records it reads; absent for all. */
  readonly scope?: RecordScope | undefined;
}

/** The context of a shared read: that of one of the requests, without revealing which. */
class SharedReadContext implements ReadContext {
  // Not accessible to batch loaders, which must not depend on the caller.
  readonly #request: LoadingRequest;

  constructor(
    request: LoadingRequest,
    readonly db: Db,
  ) {
    this.#request = request;
  }

  get app(): ReadContext["app"] {
    return this.#request.app;
  }

  get organisation(): Organisation {
    return this.#request.organisation;
  }

  // Computed late, since few batches need it and it takes a while.
  get today(): string {
    return this.#request.today;
  }
}

/** The keys requested from one batch loader with the same arguments. */
interface LoadRequest<Key, Args, Value> {
  batch: BatchLoader<Key, Args, Value>;
  args: Args;
  /** Distinguishes requests with other arguments. */
  argsKey: string;
  keys: readonly Key[];
}

/** The keys that several requests load with one batch loader in one turn. */
class Group<Key, Args, Value> {
  private readonly keys = new Set<Key>();
  private readonly requests: LoadingRequest[] = [];
  private isShared = false;
  private readonly outcome = Promise.withResolvers<Map<Key, { value: Value }>>();

  constructor(
    private readonly batch: BatchLoader<Key, Args, Value>,
    private readonly args: Args,
  ) {}

  hasRoomFor(keys: readonly Key[]): boolean {
    return this.keys.size + keys.length <= MAX_SHARED_KEYS;
  }

  async join(keys: readonly Key[], request: LoadingRequest): Promise<readonly Value[]> {
    for (const key of keys) this.keys.add(key);
    const [first = request] = this.requests;
    if (first !== request) this.isShared = true;
    this.requests.push(request);
    const found = await this.outcome.promise;
    return keys.map((key) => {
      const entry = found.get(key);
      if (!entry) throw new Error("a batch returns a value for each of its keys");
      return entry.value;
    });
  }

  /** The request that loads, if there is only one. */
  get onlyRequest(): LoadingRequest | null {
    return this.isShared ? null : (this.requests[0] ?? null);
  }

  /** Whether all requests are of this caller. */
  isOf(caller: string): boolean {
    return this.requests.every((request) => request.caller === caller);
  }

  get firstRequest(): LoadingRequest | undefined {
    return this.requests[0];
  }

  run(dbCountedBy: (counter: StatementCounter) => Db): void {
    const { requests, outcome } = this;
    const last = requests.at(-1);
    if (!last) return;
    const add = (milliseconds: number) => {
      for (const { stats } of requests) stats.add(milliseconds);
    };
    const countRows = (bytes: number, longest: number) => {
      const share = Math.ceil(bytes / requests.length);
      let isAccepted = false;
      // Each request counts, even where another one accepts the rows.
      for (const { stats } of requests) if (stats.countRows(share, longest)) isAccepted = true;
      return isAccepted;
    };
    const db = dbCountedBy({ add, countRows });
    // All requests of a group see the same records.
    const reading = new SharedReadContext(last, last.scope ? db.within(last.scope) : db);
    // Distributing the results can fail too, and must not leave anyone waiting.
    const keys = [...this.keys];
    this.batch(keys, this.args, reading)
      .then((values) => byKey(keys, values))
      .then(outcome.resolve, outcome.reject);
  }
}

// A batch loader returns its results in the order of its keys.
function byKey<Key, Value>(
  keys: readonly Key[],
  values: readonly Value[],
): Map<Key, { value: Value }> {
  const next = keys.values();
  const found = new Map<Key, { value: Value }>();
  for (const value of values) {
    const key = next.next();
    if (key.done) throw new Error("a batch returns values for its keys alone");
    found.set(key.value, { value });
  }
  return found;
}

type AnyGroup = Group<unknown, unknown, unknown>;

/**
 * Loads for all requests of one turn of the event loop together: those that use the same batch loader, and see the same
 * records, share its statements, and a turn uses two connections at most. Nothing is cached, and no batch loader knows the caller.
 */
export class CrossRequestLoader {
  private due: Pick<AnyGroup, "run" | "onlyRequest" | "firstRequest" | "isOf">[] = [];
  private open = new Map<unknown, Map<string, AnyGroup>>();

  constructor(private readonly database: Database) {}

  /** The values of keys, in their order. */
  read<Key, Args, Value>(
    load: LoadRequest<Key, Args, Value>,
    request: LoadingRequest,
  ): Promise<readonly Value[]> {
    return this.groupFor(load, request.scope).join(load.keys, request);
  }

  private groupFor<Key, Args, Value>(
    { batch, args, argsKey, keys }: LoadRequest<Key, Args, Value>,
    scope: RecordScope | undefined,
  ): Group<Key, Args, Value> {
    const byArgs = this.open.get(batch) ?? new Map<string, AnyGroup>();
    this.open.set(batch, byArgs);
    const groupKey = scope ? `${scope.key} ${argsKey}` : argsKey;
    const known = byArgs.get(groupKey) as Group<Key, Args, Value> | undefined;
    if (known?.hasRoomFor(keys)) return known;
    const group = new Group(batch, args);
    byArgs.set(groupKey, group as AnyGroup);
    if (this.due.length === 0) setImmediate(() => this.runAll());
    this.due.push(group);
    return group;
  }

  private runAll(): void {
    const { due } = this;
    this.due = [];
    this.open = new Map();
    // A read that others wait for as well is not cancelled when one of them disconnects.
    const [request, ...others] = new Set(due.map(({ onlyRequest }) => onlyRequest));
    const cancellation = others.length === 0 ? request?.cancellation : undefined;
    // What several callers read together waits for the share of none.
    const caller = due[0]?.firstRequest?.caller ?? null;
    const sharer = caller !== null && due.every((group) => group.isOf(caller)) ? caller : null;
    // Two, so that the rest does not wait for the longest statement.
    const one = this.database.readsByKey(cancellation, sharer);
    const other = this.database.readsByKey(cancellation, sharer);
    for (const [index, group] of due.entries()) group.run(index % 2 === 0 ? one : other);
  }
}
