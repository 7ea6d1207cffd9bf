import { Cancellation } from "./cancellation.js";

const work = (cancelled: string[], name: string) => ({ cancel: () => cancelled.push(name) });

describe("a cancellation", () => {
  it("cancels what is running, once", () => {
    const cancelled: string[] = [];
    const cancellation = new Cancellation();
    const [first, second] = [work(cancelled, "first"), work(cancelled, "second")];
    cancellation.begin(first);
    cancellation.begin(second);
    cancellation.end(first);
    cancellation.cancel();
    cancellation.cancel();
    expect(cancelled).toEqual(["second"]);
    expect(cancellation.isCancelled).toBe(true);
  });

  it("keeps nothing of finished work, however long its subscription continues", () => {
    const cancellation = Cancellation.by(new AbortController().signal);
    for (let event = 0; event < 100; event += 1) {
      const answer = work([], "answer");
      cancellation.begin(answer);
      cancellation.end(answer);
    }
    expect(cancellation.size).toBe(0);
  });

  it("happens with a signal, which may have aborted before", () => {
    const ended = new AbortController();
    const later = Cancellation.by(ended.signal);
    expect(later.isCancelled).toBe(false);
    ended.abort();
    expect([later, Cancellation.by(ended.signal)].map(({ isCancelled }) => isCancelled)).toEqual([
      true,
      true,
    ]);
  });
});
