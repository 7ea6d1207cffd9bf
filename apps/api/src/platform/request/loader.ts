import DataLoader from "dataloader";

type AnyLoader = DataLoader<unknown, unknown>;

const keysOfArgs = new WeakMap<object, string>();

// The same arguments come with every key of a request, and are not changed.
function keyOf(args: unknown): string {
  if (args === undefined) return "";
  if (typeof args !== "object" || args === null) return JSON.stringify(args);
  const known = keysOfArgs.get(args) ?? JSON.stringify(args);
  keysOfArgs.set(args, known);
  return known;
}

/** Runs a batch once all has been asked that falls due with it. */
interface Scheduler {
  whenSettled(run: () => void): void;
}

/** The batches of one request: what falls due in the same tick with the same arguments is one call. */
export class Loaders {
  private readonly options: DataLoader.Options<unknown, unknown>;
  private readonly byBatch = new Map<unknown, Map<string, AnyLoader>>();

  constructor(scheduler: Scheduler) {
    this.options = { batchScheduleFn: (run) => scheduler.whenSettled(run) };
  }

  /** The value of a key; `read` answers all keys that fall due with it. */
  load<Key, Args, Value>(
    batch: unknown,
    key: Key,
    args: Args,
    read: (keys: readonly Key[], argsKey: string) => Promise<readonly Value[]>,
  ): Promise<Value> {
    const byArgs = this.byBatch.get(batch) ?? new Map<string, AnyLoader>();
    this.byBatch.set(batch, byArgs);
    const argsKey = keyOf(args);
    const known = byArgs.get(argsKey) as DataLoader<Key, Value> | undefined;
    if (known) return known.load(key);
    const loader = new DataLoader<Key, Value>(
      (keys) => read(keys, argsKey),
      this.options as DataLoader.Options<Key, Value>,
    );
    byArgs.set(argsKey, loader as AnyLoader);
    return loader.load(key);
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
