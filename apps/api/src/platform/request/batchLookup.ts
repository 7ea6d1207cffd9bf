import DataLoader from "dataloader";

/**
 * Looks up keys for all who ask in one turn of the event loop by one call of `find`. Nothing is remembered:
 * a result is never older than its request.
 */
export function batchLookup<Found>(
  find: (keys: readonly [string, ...string[]]) => Promise<Map<string, Found>>,
): (key: string) => Promise<Found | null> {
  const loader = new DataLoader<string, Found | null>(
    async (keys) => {
      const [first = "", ...others] = new Set(keys);
      const found = await find([first, ...others]);
      return keys.map((key) => found.get(key) ?? null);
    },
    { cache: false, batchScheduleFn: setImmediate },
  );
  return (key) => loader.load(key);
}
