/** How items that share keys are worked on. */
interface Work<T> {
  /** How many at once. */
  atOnce: number;
  /** What an item is about: it waits for earlier items that share one of these keys. */
  keysOf: (item: T) => readonly string[];
  run: (item: T) => Promise<void>;
  /** Whether further items may be begun. */
  goesOn: () => boolean;
}

interface Node<T> {
  item: T;
  /** How many earlier ones it still waits for. */
  waitsFor: number;
  followers: Node<T>[];
}

// Each waits for the last one before it with each of its keys, which has waited for those before.
function nodesOf<T>(items: readonly T[], keysOf: Work<T>["keysOf"]): Node<T>[] {
  const lastOf = new Map<string, Node<T>>();
  return items.map((item) => {
    const node: Node<T> = { item, waitsFor: 0, followers: [] };
    const keys = new Set(keysOf(item));
    for (const before of new Set([...keys].map((key) => lastOf.get(key)))) {
      before?.followers.push(node);
      if (before) node.waitsFor += 1;
    }
    for (const key of keys) lastOf.set(key, node);
    return node;
  });
}

/**
 * Works on items side by side, those that share a key one after the other, in their order. Ends once nothing runs and
 * nothing more may be begun; a failure is thrown when the others that run have ended.
 */
export async function inOrderByKey<T>(
  items: readonly T[],
  { atOnce, keysOf, run, goesOn }: Work<T>,
): Promise<void> {
  const ready = nodesOf(items, keysOf).filter(({ waitsFor }) => waitsFor === 0);
  let hasFailed = false;
  async function workOn(): Promise<void> {
    while (goesOn() && !hasFailed) {
      const node = ready.shift();
      if (!node) return;
      await run(node.item);
      const freed = node.followers.filter((follower) => --follower.waitsFor === 0);
      ready.push(...freed);
      // One goes on here; the rest of what may begin now needs hands that had nothing to do.
      widen();
    }
  }
  const hands = new Set<Promise<void>>();
  const failures: unknown[] = [];
  function widen(): void {
    for (let more = Math.min(ready.length, atOnce - hands.size); more > 0; more -= 1) {
      const hand: Promise<void> = workOn()
        .catch((error: unknown) => {
          hasFailed = true;
          failures.push(error);
        })
        .finally(() => hands.delete(hand));
      hands.add(hand);
    }
  }
  widen();
  while (hands.size > 0) await Promise.all(hands);
  if (failures.length > 0) throw failures[0];
}
