import { Unavailable } from "../errors.js";
import { Following } from "./following.js";

const event = (id: number) => ({ name: "customer.updated", id: String(id), parentId: null });

describe("a subscriber to events", () => {
  it("gets those that it wants, in their order, and no more once it has ended", async () => {
    let left = 0;
    const following = new Following(
      ({ id }) => id !== "2",
      () => {
        left += 1;
      },
    );
    const first = following.next();
    for (const id of [1, 2, 3]) following.hear(event(id));
    expect(await first).toEqual({ value: event(1), done: false });
    expect(await following.next()).toEqual({ value: event(3), done: false });
    const waiting = following.next();
    await following.return();
    expect(await waiting).toEqual({ value: undefined, done: true });
    expect(await following.next()).toEqual({ value: undefined, done: true });
    expect(left).toBe(1);
  });

  it("buffers a limited number of them while it reads none, and is notified that it missed some", async () => {
    let left = 0;
    const following = new Following(
      () => true,
      () => {
        left += 1;
      },
    );
    for (let id = 0; id < 5_000; id += 1) following.hear(event(id));
    expect(left).toBe(1);
    let taken = 0;
    await expect(async () => {
      for await (const _ of following) taken += 1;
    }).rejects.toThrow(Unavailable);
    expect(taken).toBeLessThanOrEqual(1_000);
    expect((await following.next()).done).toBe(true);
  });
});
