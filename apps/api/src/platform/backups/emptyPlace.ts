import type { ClientBase } from "pg";
import { UNFINISHED_RESTORE } from "../database/unfinishedRestore.js";
import type { Storage } from "../files/storage.js";
import type { StoredKind } from "../installation/storedKind.js";
import { SetupError } from "../setupError.js";
import { onPatientClient } from "./snapshot.js";

/** Where a backup is restored to. */
export interface Place {
  databaseUrl: string;
  storage: Storage;
  kinds: readonly StoredKind[];
}

/** How far a restore has come: whether its rows are in the database. */
type Stage = "filling" | "filled";

interface Unfinished {
  backup: string;
  storage: string;
  stage: Stage;
}

/**
 * Makes sure that a place is empty and marks it, so that no server starts on a part of a backup. A place where the same
 * backup was begun may be continued.
 * @throws SetupError where it is not empty
 */
export async function claimEmptyPlace(
  { databaseUrl, storage, kinds }: Place,
  backup: string,
): Promise<Stage> {
  return onPatientClient(databaseUrl, async (client) => {
    const begun = await unfinished(client);
    if (begun) {
      if (begun.backup === backup && begun.storage === storage.place) return begun.stage;
      throw new SetupError(
        `The backup ${begun.backup} was begun to be restored into this database, with the files at ${begun.storage}. Continue with that one, or use an empty database and an empty storage.`,
      );
    }
    const { rows } = await client.query<{ tables: number }>(
      `SELECT count(*)::int AS tables FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
       WHERE n.nspname IN ('public', 'jobs') AND c.relkind IN ('r', 'p')
         AND NOT EXISTS (
           SELECT FROM pg_depend d WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e')`,
    );
    if (rows[0]?.tables !== 0) {
      throw new SetupError(
        `The database is not empty (it has ${rows[0]?.tables} tables). A backup is restored into an empty place only: set DATABASE_URL to an empty database, or DATA_DIR to an empty folder. Nothing was changed.`,
      );
    }
    await refuseUsedStorage(storage, kinds);
    await client.query(`
      CREATE TABLE ${UNFINISHED_RESTORE} (
        backup text NOT NULL,
        storage text NOT NULL,
        stage text NOT NULL CHECK (stage IN ('filling', 'filled'))
      )`);
    await client.query(`INSERT INTO ${UNFINISHED_RESTORE} VALUES ($1, $2, 'filling')`, [
      backup,
      storage.place,
    ]);
    return "filling";
  });
}

/** Records that the rows are in the database, in their transaction. */
export async function rowsAreIn(client: ClientBase): Promise<void> {
  await client.query(`UPDATE ${UNFINISHED_RESTORE} SET stage = 'filled'`);
}

/** Removes the mark of an unfinished restore. */
export async function restoreEnded(databaseUrl: string): Promise<void> {
  await onPatientClient(databaseUrl, (client) => client.query(`DROP TABLE ${UNFINISHED_RESTORE}`));
}

async function unfinished(client: ClientBase): Promise<Unfinished | undefined> {
  const { rows: made } = await client.query<{ is: boolean }>(
    `SELECT to_regclass('${UNFINISHED_RESTORE}') IS NOT NULL AS is`,
  );
  if (!made[0]?.is) return undefined;
  const { rows } = await client.query<Unfinished>(`SELECT * FROM ${UNFINISHED_RESTORE}`);
  return rows[0];
}

async function refuseUsedStorage(storage: Storage, kinds: readonly StoredKind[]): Promise<void> {
  const isMarked = (await storage.text("installation.json")) !== null;
  for (const folder of isMarked ? [] : [...kinds.map((kind) => kind.folder), "quarantine"]) {
    for await (const { key } of storage.list(folder)) throw used(storage, key);
  }
  if (isMarked) throw used(storage, "installation.json");
}

const used = (storage: Storage, key: string) =>
  new SetupError(
    `The storage at ${storage.place} is not empty (${key}). A backup is restored into an empty place only: set STORAGE_URL or DATA_DIR to one. Nothing was changed.`,
  );
