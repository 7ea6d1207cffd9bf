import { setImmediate as nextTurn } from "node:timers/promises";
import type { Database } from "../database/database.js";
import { SqlStats } from "../database/sqlStats.js";
import type { BatchLoader, ReadContext } from "../readContext.js";
import { CrossRequestLoader } from "./crossRequestLoader.js";

/** Keys that were read together, one list for each call of a batch. */
let calls: (readonly string[])[];
let shared: CrossRequestLoader;
/** The connections that statements went by, in their order. */
let connections: number[];

const doubled: BatchLoader<string, string, string> = async (keys, suffix, { db }) => {
  calls.push(keys);
  await db.rows({ text: "SELECT", values: [] } as never);
  return keys.map((key) => key + key + suffix);
};

beforeEach(() => {
  calls = [];
  connections = [];
  let opened = 0;
  const database = {
    readsByKey: () => {
      opened += 1;
      const connection = opened;
      return (counter: { add(milliseconds: number): void }) => ({
        rows: async () => {
          connections.push(connection);
          counter.add(2);
        },
      });
    },
  } as unknown as Database;
  shared = new CrossRequestLoader(database);
});

const request = (today = "2026-01-31") => ({
  organisation: { timeZone: "UTC", currency: "EUR" },
  db: {} as ReadContext["db"],
  app: {} as ReadContext["app"],
  today,
  stats: new SqlStats(),
});

const ask = (keys: string[], args = "!", from = request(), batch = doubled) =>
  shared.read({ batch, args, argsKey: args, keys }, from);

test("requests of one turn are read together, each key once", async () => {
  const first = request();
  const second = request();
  expect(await Promise.all([ask(["a", "b"], "!", first), ask(["b", "c"], "!", second)])).toEqual([
    ["aa!", "bb!"],
    ["bb!", "cc!"],
  ]);
  expect(calls).toEqual([["a", "b", "c"]]);
  // Each took that statement.
  expect([first.stats.statements, second.stats.statements]).toEqual([1, 1]);
});

test("nothing is remembered for the next turn", async () => {
  await ask(["a"]);
  await ask(["a"]);
  expect(calls).toEqual([["a"], ["a"]]);
});

test("other arguments are another question; all of a turn share two connections", async () => {
  const requests = [..."!?.;"].map((args) => ask(["a"], args));
  expect(await Promise.all(requests)).toEqual([["aa!"], ["aa?"], ["aa."], ["aa;"]]);
  expect(calls).toEqual([["a"], ["a"], ["a"], ["a"]]);
  expect(connections).toEqual([1, 2, 1, 2]);
});

test("a batch with many keys is still one statement, and nobody waits for it", async () => {
  const long = Array.from({ length: 250 }, (_, number) => String(number));
  await Promise.all([ask(["a"]), ask(long), ask(["b"])]);
  expect(calls).toEqual([["a"], long, ["b"]]);
});

test("a failure is reported to all callers of the batch, and to nobody else", async () => {
  const fails: BatchLoader<string, string, string> = async () => {
    throw new Error("too slow");
  };
  const requests = [
    ask(["a"], "!", request(), fails),
    ask(["b"], "!", request(), fails),
    ask(["a"]),
  ];
  const results = await Promise.allSettled(requests);
  expect(results.map(({ status }) => status)).toEqual(["rejected", "rejected", "fulfilled"]);
  await nextTurn();
  expect(await ask(["b"])).toEqual(["bb!"]);
});
