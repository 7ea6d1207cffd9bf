/** The size of a pool: its maximum, and a reserve that is used while as many connections do not respond. */
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

/** The maximum number of connections of the server and its worker together, unless configured otherwise. */
export const DEFAULT_CONNECTIONS = 67;
/** One connection for each pool and two for transactions, and those outside of the pools. */
export const FEWEST_CONNECTIONS = 15;

// Each process listens to events and may probe; the worker also listens to its queue and holds a lock.
const BESIDE_POOLS = 6;
// The worker has a transaction for each running job, so that none waits for a statement over a million rows.
const PARTS = {
  serving: { transactions: [12, 4], reads: [12, 4], readsByKey: [6, 2], queue: null },
  working: { transactions: [14, 0], reads: [4, 0], readsByKey: [1, 0], queue: [2, 0] },
} as const;
const ALL_PARTS = DEFAULT_CONNECTIONS - BESIDE_POOLS;

/** Divides the maximum number of connections among the pools of the serving process and of its worker. */
export function poolSizes(connections: number, part: keyof typeof PARTS): PoolSizes {
  const ofPools = connections - BESIDE_POOLS;
  const share = ([max, reserve]: readonly [number, number], fewest = 1): PoolSize => ({
    max: Math.max(fewest, Math.floor((ofPools * max) / ALL_PARTS)),
    reserve: Math.floor((ofPools * reserve) / ALL_PARTS),
  });
  const { transactions, reads, readsByKey, queue } = PARTS[part];
  return {
    // One that holds a lock waits for what another commits meanwhile.
    transactions: share(transactions, 2),
    reads: share(reads),
    readsByKey: share(readsByKey),
    queue: queue && share(queue),
  };
}
