import { setImmediate as nextTurn } from "node:timers/promises";
import { Slices } from "./slices.js";

const WORK_MS = 4;

// As resolvers do, after a promise or two.
async function takeTurn(slices: Slices, caller: string): Promise<void> {
  await slices.turnOf(caller);
  await null;
  const end = performance.now() + WORK_MS;
  while (performance.now() < end);
}

describe("the slices of the event loop", () => {
  it("end in time for others, however much was started at once", async () => {
    const slices = new Slices();
    let done = 0;
    const all = Array.from({ length: 60 }, async () => {
      await takeTurn(slices, "ana");
      done += 1;
    });
    // How much is done in each turn, in units that no machine takes less time for.
    const turns: number[] = [];
    while (done < all.length) {
      const before = done;
      await nextTurn();
      turns.push(done - before);
    }
    await Promise.all(all);
    expect(turns.length).toBeGreaterThan(15);
    // Far from all in one.
    expect(Math.max(...turns)).toBeLessThan(15);
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
