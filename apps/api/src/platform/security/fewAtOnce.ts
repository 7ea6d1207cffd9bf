import pLimit, { type LimitFunction } from "p-limit";

const AT_ONCE = 4;

interface Queue {
  run: LimitFunction;
  /** How many are under way or wait. */
  users: number;
}

/** Does work of the same key a few at a time in this process, in the order in which it came. */
export class FewAtOnce {
  private readonly queues = new Map<string, Queue>();

  async run<T>(key: string, work: () => Promise<T>): Promise<T> {
    const queue = this.queues.get(key) ?? { run: pLimit(AT_ONCE), users: 0 };
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
