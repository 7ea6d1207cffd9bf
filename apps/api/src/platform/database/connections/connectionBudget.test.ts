import {
  DEFAULT_CONNECTIONS,
  FEWEST_CONNECTIONS,
  type PoolSizes,
  poolSizes,
} from "./connectionBudget.js";

// Each process listens to events and may probe; the worker listens to its queue, and holds a lock, as well.
const BESIDE_POOLS = 6;

const total = ({ transactions, reads, readsByKey, queue }: PoolSizes) =>
  [transactions, reads, readsByKey, queue ?? { max: 0, reserve: 0 }].reduce(
    (sum, { max, reserve }) => sum + max + reserve,
    0,
  );

test("all pools together never open more connections than the setting allows, and each at least one", () => {
  for (let connections = FEWEST_CONNECTIONS; connections <= 300; connections += 1) {
    const serving = poolSizes(connections, "serving");
    const working = poolSizes(connections, "working");
    expect(total(serving) + total(working) + BESIDE_POOLS).toBeLessThanOrEqual(connections);
    for (const { transactions, reads, readsByKey, queue } of [serving, working]) {
      for (const size of [transactions, reads, readsByKey, queue ?? transactions])
        expect(size.max).toBeGreaterThanOrEqual(1);
      expect(transactions.max).toBeGreaterThanOrEqual(2);
    }
  }
});

test("the default divides without a rest", () => {
  const pools =
    total(poolSizes(DEFAULT_CONNECTIONS, "serving")) +
    total(poolSizes(DEFAULT_CONNECTIONS, "working"));
  expect(pools + BESIDE_POOLS).toBe(DEFAULT_CONNECTIONS);
});
