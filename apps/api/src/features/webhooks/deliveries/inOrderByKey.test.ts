import { setImmediate as turn } from "node:timers/promises";
import { inOrderByKey } from "./inOrderByKey.js";

interface Item {
  number: number;
  keys: string[];
}

/** Items with one or two keys of a few, from a list of numbers that look random and are always the same. */
const items = Array.from({ length: 300 }, (_, number): Item => {
  const key = (number * 7_919) % 11;
  return { number, keys: number % 3 === 0 ? [`a${key}`, `b${key % 2}`] : [`a${key}`] };
});

test("those that share a key run one after the other in their order, the others side by side", async () => {
  const running = new Set<Item>();
  const done: Item[] = [];
  let most = 0;
  await inOrderByKey(items, {
    atOnce: 5,
    keysOf: ({ keys }) => keys,
    goesOn: () => true,
    run: async (item) => {
      for (const other of running)
        expect(other.keys.filter((key) => item.keys.includes(key))).toEqual([]);
      running.add(item);
      most = Math.max(most, running.size);
      for (let turns = item.number % 4; turns >= 0; turns -= 1) await turn();
      running.delete(item);
      done.push(item);
    },
  });
  expect(done).toHaveLength(items.length);
  expect(most).toBe(5);
  for (const key of new Set(items.flatMap(({ keys }) => keys))) {
    const numbers = done.filter(({ keys }) => keys.includes(key)).map(({ number }) => number);
    expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
  }
});

test("nothing is begun once it may not go on, and a failure waits for those that run", async () => {
  const begun: number[] = [];
  const ended: number[] = [];
  const work = {
    atOnce: 3,
    keysOf: ({ number }: Item) => [String(number)],
    goesOn: () => begun.length < 7,
    run: async ({ number }: Item) => {
      begun.push(number);
      await turn();
      if (number === 5) throw new Error("the fifth");
      await turn();
      ended.push(number);
    },
  };
  await expect(inOrderByKey(items, work)).rejects.toThrow("the fifth");
  expect(ended).toEqual(begun.filter((number) => number !== 5));
  begun.splice(0);
  ended.splice(0);
  await inOrderByKey(items.slice(6), work);
  expect(begun).toHaveLength(7);
  expect(ended).toHaveLength(7);
});
