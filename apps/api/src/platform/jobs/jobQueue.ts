import type { Db } from "../database/db.js";

/** Enqueues a job for a record; the same record waits in a queue once at most. */
export interface JobQueue {
  /** In the transaction of `db`, where there is one. */
  enqueue(db: Db, queue: string, recordId: string): Promise<void>;
}
