import sql from "sql-template-tag";
import { Unavailable } from "../../errors.js";
import { Reads } from "../reads.js";
import { type ConnectionShare, ConnectionShares, ShareExhausted } from "./connectionShares.js";
import { DatabasePool } from "./pool.js";

const WAIT_MS = 20;

/** Takes places until one has to be waited for; returns how many were taken. */
function takeAll(share: ConnectionShare): number {
  for (let taken = 0; ; taken += 1) {
    const waiting = share.take();
    if (!waiting) continue;
    waiting.catch(() => undefined);
    return taken;
  }
}

test("a caller that is alone borrows all connections but a quarter, and has one at least", () => {
  for (const [connections, most] of [
    [12, 9],
    [6, 4],
    [4, 3],
    [2, 1],
    [1, 1],
  ] as const)
    expect(takeAll(new ConnectionShares(connections, WAIT_MS).of("ana"))).toBe(most);
});

test("each caller has half of the connections, whatever others have borrowed", () => {
  const shares = new ConnectionShares(12, WAIT_MS);
  takeAll(shares.of("ana"));
  expect(takeAll(shares.of("bento"))).toBe(6);
});

test("what was borrowed is not taken again once others need it", async () => {
  const shares = new ConnectionShares(4, 10_000);
  const ana = shares.of("ana");
  for (let taken = 0; taken < 3; taken += 1) ana.take();
  let isServed = false;
  const waiting = ana.take()?.then(() => {
    isServed = true;
  });
  shares.of("bento").take();
  ana.giveBack();
  await Promise.resolve();
  expect(isServed).toBe(false);
  ana.giveBack();
  await waiting;
  expect(isServed).toBe(true);
});

test("who waits is served in turn, and others wait for none of it", async () => {
  const shares = new ConnectionShares(4, 10_000);
  const ana = shares.of("ana");
  for (let taken = 0; taken < 3; taken += 1) ana.take();
  const served: string[] = [];
  const first = ana.take()?.then(() => served.push("first"));
  const second = ana.take()?.then(() => served.push("second"));
  ana.giveBack();
  await first;
  expect(served).toEqual(["first"]);
  expect(shares.of("bento").take()).toBeUndefined();
  shares.of("bento").giveBack();
  ana.giveBack();
  await second;
  expect(served).toEqual(["first", "second"]);
});

test("who waits for too long is refused, and has no place in the line any more", async () => {
  const share = new ConnectionShares(1, WAIT_MS).of("ana");
  share.take();
  await expect(share.take()).rejects.toThrow(ShareExhausted);
  const next = share.take();
  share.giveBack();
  await expect(next).resolves.toBeUndefined();
  share.giveBack();
  expect(share.isIdle).toBe(true);
});

test("callers who hold nothing are forgotten, the others are not", () => {
  const shares = new ConnectionShares(4, WAIT_MS);
  const busy = shares.of("busy");
  busy.take();
  for (let caller = 0; caller < 5_000; caller += 1) shares.of(String(caller));
  expect(shares.size).toBeLessThan(2_500);
  expect(shares.of("busy")).toBe(busy);
});

test("a place is given back where no connection can be opened, whyever that is", async () => {
  const share = new ConnectionShares(1, WAIT_MS).of("ana");
  class AwayPool extends DatabasePool {
    override connect(): Promise<never> {
      return Promise.reject(new Unavailable("AWAY"));
    }
  }
  const pool = new AwayPool({ max: 1 });
  for (let time = 0; time < 3; time += 1) {
    const reads = new Reads(pool, undefined, share);
    const read = reads.query(sql`SELECT 1`, { countRows: () => true });
    await expect(read).rejects.toMatchObject({ extensions: { reason: "AWAY" } });
  }
  expect(share.isIdle).toBe(true);
  await pool.end();
});
