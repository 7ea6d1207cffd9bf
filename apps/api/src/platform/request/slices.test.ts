import { setImmediate as nextTurn } from "node:timers/promises";
import { Slices } from "./slices.js";

const WORK_MS = 4;

function work(): void {
  const end = performance.now() + WORK_MS;
  while (performance.now() < end);
}

// As resolvers do, after a promise or two.
async function takeTurn(slices: Slices, caller: string): Promise<void> {
  await slices.turnOf(caller);
  await null;
  work();
}

describe("the slices of the event loop", () => {
  it("end in time for others, however much was started at once", async () => {
    const slices = new Slices();
    let isDone = false;
    let turns = 0;
    const all = Promise.all(Array.from({ length: 60 }, () => takeTurn(slices, "ana"))).then(() => {
      isDone = true;
    });
    let longest = 0;
    while (!isDone) {
      const start = performance.now();
      await nextTurn();
      turns += 1;
      longest = Math.max(longest, performance.now() - start);
    }
    await all;
    // Several of them in each turn, and far from all in one.
    expect(turns).toBeGreaterThan(15);
    expect(longest).toBeLessThan(60 * WORK_MS);
  });

  it("are shared by callers in turns, each in the order of its work", async () => {
    const slices = new Slices();
    const order: string[] = [];
    const start = (name: string, caller: string) =>
      takeTurn(slices, caller).then(() => void order.push(name));
    const many = Array.from({ length: 40 }, (_, n) => start(`ana ${n}`, "ana"));
    await Promise.all([...many, start("rui", "rui")]);
    expect(order.indexOf("rui")).toBeLessThan(10);
    expect(order.filter((name) => name !== "rui")).toEqual(
      Array.from({ length: 40 }, (_, n) => `ana ${n}`),
    );
  });
});
