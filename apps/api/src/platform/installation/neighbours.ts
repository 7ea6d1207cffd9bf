import os from "node:os";
import sql from "sql-template-tag";
import { v4 as uuidV4 } from "uuid";
import { z } from "zod";
import type { Db } from "../database/db.js";
import type { Storage } from "../files/storage.js";
import { SetupError } from "../setupError.js";

const FOLDER = "processes";
/** A process that has not reported for this long has ended; a running one reports every minute. */
const SILENT_SECONDS = 150;

const keyOf = (id: string): string => `${FOLDER}/${id}`;
const beatSchema = z.object({ beat: z.number().int() });

/** A process that serves from the same database: all others must see what it writes to its storage. */
export class Neighbour {
  private readonly id = uuidV4();
  private beats = 0;

  constructor(private readonly storage: Storage) {}

  /** Throws a SetupError where a running process on this database keeps its files elsewhere. */
  async meetOthers(db: Db): Promise<void> {
    const others = await db.rows<{ id: string; host: string; pid: number; beat: number }>(sql`
      SELECT id, host, pid, beat FROM server_processes
      WHERE id <> ${this.id}::uuid AND seen_at > now() - make_interval(secs => ${SILENT_SECONDS})`);
    for (const { id, host, pid, beat } of others) {
      const seen = await this.beatOf(id);
      // It writes to its storage first: the number there is at least that of the database.
      if (seen !== null && seen >= beat) continue;
      throw new SetupError(
        `Another process on this database (process ${pid} on ${host}) keeps its files elsewhere: what it wrote into its storage is not at ${this.storage.place}. Set STORAGE_URL of all processes to one bucket, or to a folder that all of them share. If that process is gone for good, try again in ${SILENT_SECONDS / 60} minutes.`,
      );
    }
  }

  /** Reports that this process is alive, to the storage and then to the database. */
  async beat(db: Db): Promise<void> {
    this.beats += 1;
    await this.storage.put(keyOf(this.id), JSON.stringify({ beat: this.beats }));
    await db.execute(sql`
      INSERT INTO server_processes (id, host, pid, beat)
      VALUES (${this.id}::uuid, ${os.hostname()}, ${process.pid}, ${this.beats})
      ON CONFLICT (id) DO UPDATE SET beat = excluded.beat, seen_at = now()`);
  }

  /** Signs this process off, and those that were killed long ago. */
  async leave(db: Db): Promise<void> {
    const gone = await db.rows<{ id: string }>(sql`
      DELETE FROM server_processes
      WHERE id = ${this.id}::uuid OR seen_at < now() - interval '1 day' RETURNING id`);
    for (const { id } of gone) await this.storage.remove(keyOf(id));
  }

  private async beatOf(id: string): Promise<number | null> {
    const text = await this.storage.text(keyOf(id));
    if (text === null) return null;
    const parsed = beatSchema.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data.beat : null;
  }
}
