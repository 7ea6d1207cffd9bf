import sql from "sql-template-tag";
import { Unavailable } from "../../errors.js";
import { Reads } from "../reads.js";
import { ConnectionShares, ShareExhausted } from "./connectionShares.js";
import { DatabasePool } from "./pool.js";

const WAIT_MS = 20;

test("a caller has half of the connections at once, and one at least", () => {
  for (const [connections, most] of [
    [12, 6],
    [6, 3],
    [2, 1],
    [1, 1],
  ] as const) {
    const share = new ConnectionShares(connections, WAIT_MS).of("ana");
    for (let taken = 0; taken < most; taken += 1) expect(share.take()).toBeUndefined();
    const waiting = share.take();
    expect(waiting).toBeInstanceOf(Promise);
    share.giveBack();
    void waiting;
  }
});

test("who waits is served in turn, and others wait for none of it", async () => {
  const shares = new ConnectionShares(4, 10_000);
  const ana = shares.of("ana");
  ana.take();
  ana.take();
  const served: string[] = [];
  const first = ana.take()?.then(() => served.push("first"));
  const second = ana.take()?.then(() => served.push("second"));
  expect(shares.of("bento").take()).toBeUndefined();
  ana.giveBack();
  await first;
  expect(served).toEqual(["first"]);
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
