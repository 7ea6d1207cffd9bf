import sql from "sql-template-tag";
import type { App } from "../../platform/app.js";
import type { Context } from "../../platform/context.js";
import { askRemoval, sweepRemovals } from "../../platform/installation/removals.js";
import { keyOfFile } from "./fileBytes.js";

const HOLD_EVERY_MS = 10_000;
/** How long a process may go without renewing an upload before it is considered dead. */
const SECONDS_UNHELD = 30;

/** Holds for uploads `u` whose process is alive. */
export const isHeld = sql`u.held_at >= now() - make_interval(secs => ${SECONDS_UNHELD})`;

/** An upload in progress. */
export interface Held {
  /** Hands it over to the file's record, in the caller's transaction; false if it was considered dead and swept. */
  giveWay(context: Context): Promise<boolean>;
  /** Stops tracking it, once its bytes are removed or belong to a record. */
  end(): Promise<void>;
}

/** Registers an upload before its first byte and renews it: however the process ends, its bytes are swept. */
export async function holdUpload(app: App, id: string): Promise<Held> {
  const db = app.database.db();
  await db.execute(sql`INSERT INTO uploads (id) VALUES (${id}::uuid)`);
  const tell = (err: unknown) => app.log.warn({ err, id }, "an upload could not be held or let go");
  const timer = setInterval(() => {
    db.execute(sql`UPDATE uploads SET held_at = now() WHERE id = ${id}::uuid`).catch(tell);
  }, HOLD_EVERY_MS).unref();
  const remove = sql`DELETE FROM uploads WHERE id = ${id}::uuid`;
  return {
    giveWay: async (context) => (await context.db.execute(remove)) === 1,
    end: async () => {
      clearInterval(timer);
      // Whatever remains is swept.
      await db.execute(remove).catch(tell);
    },
  };
}

/** Removes the bytes of uploads that no process works on any more, and of deleted records. */
export async function sweepUploads(app: App): Promise<void> {
  const db = app.database.db();
  const unheld = sql`held_at < now() - make_interval(secs => ${SECONDS_UNHELD})`;
  const any = await db.row(sql`SELECT 1 FROM uploads WHERE ${unheld} LIMIT 1`);
  if (any && (await app.installation.maySweep())) {
    await db.transaction(async (tx) => {
      // From here on none of them can become a file, and no sender was informed that it was stored.
      const dead = await tx.rows<{ id: string }>(
        sql`DELETE FROM uploads WHERE ${unheld} RETURNING id`,
      );
      const keys = dead.map(({ id }) => keyOfFile(id));
      await askRemoval(tx, keys, { reason: "its upload broke off", forGood: true });
    });
  }
  await sweepRemovals(app.installation, db, app.clock());
}
