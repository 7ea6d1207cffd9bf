import type { Db } from "../database/db.js";

/** Asks for work on a record; the same record waits in a queue once at most. */
export interface JobQueue {
  /** Part of the transaction of `db`, where it is in one. */
  enqueue(db: Db, queue: string, recordId: string): Promise<void>;
}
