import pLimit, { type LimitFunction } from "p-limit";

interface Queue {
  run: LimitFunction;
  /** How many are under way or wait. */
  users: number;
}

/** Does work of the same key a few at a time in this process, in the order in which it came; of other keys, meanwhile. */
export class FewAtOnce {
  private readonly queues = new Map<string, Queue>();

  /** @param most how much work of a key is done at the same time */
  constructor(private readonly most: number) {}

  async run<T>(key: string, work: () => Promise<T>): Promise<T> {
    const queue = this.queues.get(key) ?? { run: pLimit(this.most), users: 0 };
    this.queues.set(key, queue);
    queue.users += 1;
    try {
      return await queue.run(work);
    } finally {
      queue.users -= 1;
      if (queue.users === 0) this.queues.delete(key);
    }
  }
}
