import DataLoader from "dataloader";

type AnyLoader = DataLoader<unknown, unknown>;

type Entries = Readonly<Record<string, unknown>>;

const isEntries = (args: unknown): args is Entries => typeof args === "object" && args !== null;

// Each record of a list loads by arguments of its own, which are mostly those of the record before it.
function isSame(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (!isEntries(one) || !isEntries(other) || one.constructor !== other.constructor) return false;
  const names = Object.keys(one);
  return (
    names.length > 0 &&
    names.length === Object.keys(other).length &&
    names.every((name) => one[name] === other[name] && name in other)
  );
}

/** The loaders of one batch by their arguments. */
class LoadersOfBatch {
  private readonly byKey = new Map<string, AnyLoader>();
  private lastArgs: unknown;
  private last: AnyLoader | undefined;

  of(args: unknown, open: (argsKey: string) => AnyLoader): AnyLoader {
    if (this.last && isSame(this.lastArgs, args)) return this.last;
    const argsKey = args === undefined ? "" : JSON.stringify(args);
    const loader = this.byKey.get(argsKey) ?? open(argsKey);
    this.byKey.set(argsKey, loader);
    this.lastArgs = args;
    this.last = loader;
    return loader;
  }
}

/** Runs a batch once all keys of the turn are known. */
interface Scheduler {
  whenSettled(run: () => void): void;
}

/** The batches of one request: what falls due in the same tick with the same arguments is one call. */
export class Loaders {
  private readonly options: DataLoader.Options<unknown, unknown>;
  private readonly byBatch = new Map<unknown, LoadersOfBatch>();

  constructor(scheduler: Scheduler) {
    this.options = { batchScheduleFn: (run) => scheduler.whenSettled(run) };
  }

  /** The value of a key; `read` returns those of all keys of the turn. */
  load<Key, Args, Value>(
    batch: unknown,
    key: Key,
    args: Args,
    read: (keys: readonly Key[], argsKey: string) => Promise<readonly Value[]>,
  ): Promise<Value> {
    let loaders = this.byBatch.get(batch);
    if (!loaders) {
      loaders = new LoadersOfBatch();
      this.byBatch.set(batch, loaders);
    }
    const open = (argsKey: string) =>
      new DataLoader<Key, Value>(
        (keys) => read(keys, argsKey),
        this.options as DataLoader.Options<Key, Value>,
      ) as AnyLoader;
    return loaders.of(args, open).load(key) as Promise<Value>;
  }

  /** Forgets what was read, after a write. */
  clear(): void {
    this.byBatch.clear();
  }
}

/** Puts rows in the order of `keys`: one value a key, `missing` where there is no row. */
export function inOrder<Key, Row, Value>(
  keys: readonly Key[],
  rows: readonly Row[],
  keyOf: (row: Row) => Key,
  missing: Value,
): (Row | Value)[] {
  const byKey = new Map(rows.map((row) => [keyOf(row), row]));
  return keys.map((key) => byKey.get(key) ?? missing);
}

/** Groups rows by key, in the order of `keys`. */
export function grouped<Key, Row>(
  keys: readonly Key[],
  rows: readonly Row[],
  keyOf: (row: Row) => Key,
): Row[][] {
  const byKey = new Map<Key, Row[]>(keys.map((key) => [key, []]));
  for (const row of rows) byKey.get(keyOf(row))?.push(row);
  return keys.map((key) => byKey.get(key) ?? []);
}
