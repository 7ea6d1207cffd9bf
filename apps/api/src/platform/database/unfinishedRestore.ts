import type { ClientBase } from "pg";
import { SetupError } from "../setupError.js";

/** The table that is there while a backup is restored into the database. */
export const UNFINISHED_RESTORE = "unfinished_restore";

/** Throws a SetupError where the database holds a part of a backup only. */
export async function refuseUnfinishedRestore(client: Pick<ClientBase, "query">): Promise<void> {
  const { rows } = await client.query<{ is: boolean }>(
    `SELECT to_regclass('${UNFINISHED_RESTORE}') IS NOT NULL AS is`,
  );
  if (!rows[0]?.is) return;
  throw new SetupError(
    "A backup was begun to be restored into this database, and that did not end. Continue it with the same command, npm run restore, or use an empty database.",
  );
}
