/** How many connections a pool may open: at most, and beyond that while as many do not answer. */
export interface PoolSize {
  max: number;
  reserve: number;
}

/** The pools of one process. */
export interface PoolSizes {
  transactions: PoolSize;
  reads: PoolSize;
  readsByKey: PoolSize;
  /** The job queue's own connections, so that its heartbeats never wait behind work; none in a process that only queues jobs. */
  queue: PoolSize | null;
}

/** The connections that the server and its worker open together at most, unless configured otherwise. */
export const DEFAULT_CONNECTIONS = 67;
/** One connection for each pool, and those next to the pools. */
export const FEWEST_CONNECTIONS = 13;

// Each process listens to events and may probe; the worker listens to its queue, and holds a lock, as well.
const BESIDE_POOLS = 6;
// The worker has a transaction for each job in hand, so that none waits until a statement over a million rows ends.
const PARTS = {
  serving: { transactions: [12, 4], reads: [12, 4], readsByKey: [6, 2], queue: null },
  working: { transactions: [14, 0], reads: [4, 0], readsByKey: [1, 0], queue: [2, 0] },
} as const;
const ALL_PARTS = DEFAULT_CONNECTIONS - BESIDE_POOLS;

/** Divides the connections that may be opened among the pools of the process that serves and of its worker. */
export function poolSizes(connections: number, part: keyof typeof PARTS): PoolSizes {
  const ofPools = connections - BESIDE_POOLS;
  const share = ([max, reserve]: readonly [number, number]): PoolSize => ({
    max: Math.max(1, Math.floor((ofPools * max) / ALL_PARTS)),
    reserve: Math.floor((ofPools * reserve) / ALL_PARTS),
  });
  const { transactions, reads, readsByKey, queue } = PARTS[part];
  return {
    transactions: share(transactions),
    reads: share(reads),
    readsByKey: share(readsByKey),
    queue: queue && share(queue),
  };
}
