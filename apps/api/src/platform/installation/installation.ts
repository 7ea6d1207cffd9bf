import os from "node:os";
import type { Logger } from "pino";
import sql from "sql-template-tag";
import { v4 as uuidV4 } from "uuid";
import type { Database } from "../database/database.js";
import type { Db } from "../database/db.js";
import type { Storage } from "../files/storage.js";
import { SetupError } from "../setupError.js";
import { takeInventory } from "./inventory.js";
import { type Mark, readMark, writeMark } from "./mark.js";
import { Neighbour } from "./neighbours.js";
import { adoptionCode, type DatabaseSide, type Sides, standingOf } from "./standing.js";
import type { StoredKind } from "./storedKind.js";

const LOOK_MS = 60_000;
/** The share of the files known to the database that may be missing when neither side is marked as belonging to another. */
const MAX_MISSING = 0.1;
const CLAIM_LOCK = sql`hashtext('clientela storage')`;

/** What an Installation is made of. */
export interface InstallationOptions {
  database: Database;
  storage: Storage;
  kinds: readonly StoredKind[];
  log: Logger;
  /** The code by which a person confirms the removal of objects without a record; see `sweepOrphans`. */
  confirmed: string | undefined;
}

/**
 * Ties a database to the storage of its files. Both have the id of the installation and a generation that increases with every
 * start, so that nothing is removed from a storage because another database, an older backup or a copy does not know it.
 */
export class Installation {
  readonly storage: Storage;
  readonly kinds: readonly StoredKind[];
  readonly log: Logger;
  readonly confirmed: string | undefined;
  private readonly database: Database;
  private readonly neighbour: Neighbour;
  private pausedBy: string | null = "The storage was not looked at yet.";
  private awaits: string | null = null;

  constructor({ database, storage, kinds, log, confirmed }: InstallationOptions) {
    this.database = database;
    this.storage = storage;
    this.kinds = kinds;
    this.log = log;
    this.confirmed = confirmed;
    this.neighbour = new Neighbour(storage);
  }

  /** What a person has to check before objects are removed from the storage; null where there is nothing. */
  get waitsFor(): string | null {
    return this.pausedBy ?? this.awaits;
  }

  /** Reports that a person has to check something. */
  askPerson(sentence: string | null): void {
    if (sentence && sentence !== this.awaits) this.log.error(sentence);
    this.awaits = sentence;
  }

  /**
   * Compares database and storage at the start of a process, and increases the generation of both.
   * @param adopt the code by which a person declares that the two belong together from now on
   * @throws SetupError where they do not belong together, or another process keeps its files elsewhere
   */
  async claim(adopt: string | undefined): Promise<void> {
    const db = this.database.db();
    await db.transaction(async (lock) => {
      // Held until the storage has its mark; what is written in the meantime is committed before.
      await lock.execute(sql`SELECT pg_advisory_xact_lock(${CLAIM_LOCK})`);
      await this.neighbour.meetOthers(db);
      const sides = await this.sides(db);
      const code = adoptionCode(sides);
      const problem = adopt === code ? null : await this.problemOf(sides, db);
      const wayOut = `If they are to belong together from now on${sides.mark ? ", and no other database uses these files" : ""}, start once with ADOPT_STORAGE=${code}.`;
      if (problem?.serves === false) throw new SetupError(`${problem.sentence} ${wayOut}`);
      if (problem) this.pause(`${problem.sentence} Nothing is removed from the storage. ${wayOut}`);
      else await this.raise(db, sides);
      await this.neighbour.beat(db);
    });
  }

  /** Checks from time to time whether that still holds, and reports that this process is alive; the returned function ends that. */
  watch(): () => Promise<void> {
    const db = this.database.db();
    let looking = Promise.resolve();
    const look = async () => {
      await this.neighbour.beat(db);
      await this.maySweep();
    };
    const failed = (err: unknown) => this.log.warn({ err }, "the storage could not be looked at");
    const timer = setInterval(() => {
      looking = looking.then(look).catch(failed);
    }, LOOK_MS).unref();
    return async () => {
      clearInterval(timer);
      await looking;
      await this.neighbour.leave(db).catch(failed);
    };
  }

  /** Whether objects may be removed from the storage now, according to both sides. */
  async maySweep(): Promise<boolean> {
    const db = this.database.db();
    const sides = await this.sides(db);
    const standing = standingOf(sides);
    if (standing.is === "ours") this.pause(null);
    else if (standing.is === "unmarked")
      this.pause(
        `The storage at ${sides.place} no longer says whose it is: is it mounted, and the one of the start?`,
      );
    else {
      this.pause(`${standing.sentence} Nothing is removed from the storage.`);
      if (sides.mark && !sides.mark.contested && standing.is === "unsure")
        await this.contest(sides.mark);
    }
    return standing.is === "ours";
  }

  private async sides(db: Db): Promise<Sides> {
    const mark = await readMark(this.storage);
    return { database: await databaseSide(db, mark), mark, place: this.storage.place };
  }

  private async problemOf(
    sides: Sides,
    db: Db,
  ): Promise<{ sentence: string; serves: boolean } | null> {
    const standing = standingOf(sides);
    if (standing.is === "ours") return null;
    if (standing.is !== "unmarked")
      return { sentence: standing.sentence, serves: standing.is === "unsure" };
    const { known, missing, holdsAny } = await takeInventory(db, this.storage, this.kinds);
    const { place } = sides;
    const refused = (sentence: string) => ({ sentence, serves: false });
    if (sides.database.id !== null && (known > 0 || holdsAny)) {
      return refused(
        `The database belongs to the installation ${sides.database.id}, and the storage at ${place} does not say whose it is; of ${known} files of the database that were looked for, ${missing} are not there. Check that it is the right one, and mounted.`,
      );
    }
    if (known === 0 && holdsAny) {
      return refused(
        `The storage at ${place} holds files, and the database knows none of them. Check DATABASE_URL or, where the database is Clientela's own, that DATA_DIR/postgres is the right folder and mounted; check STORAGE_URL.`,
      );
    }
    if (missing > known * MAX_MISSING) {
      return refused(
        `Of ${known} files of the database that were looked for, ${missing} are not in the storage at ${place}. Check that it is the right one, and mounted.`,
      );
    }
    if (missing > 0)
      this.log.warn({ known, missing }, "some files of the database are not in the storage");
    return null;
  }

  /** Adopts the storage for this database: first in the database, so that after a crash in between it knows the mark. */
  private async raise(db: Db, { database, mark }: Sides): Promise<void> {
    const id = database.id ?? mark?.installation ?? uuidV4();
    const generation = Math.max(database.generation, mark?.generation ?? 0) + 1;
    const token = uuidV4();
    await db.transaction(async (tx) => {
      await tx.execute(
        sql`INSERT INTO installation (id) VALUES (${id}::uuid) ON CONFLICT DO NOTHING`,
      );
      await tx.execute(sql`
        INSERT INTO storage_generations (generation, token) VALUES (${generation}, ${token}::uuid)`);
    });
    await writeMark(this.storage, {
      installation: id,
      generation,
      token,
      database: database.fingerprint,
      host: os.hostname(),
      usedAt: new Date().toISOString(),
    });
    this.pause(null);
  }

  /** Records the conflict for the other database, so that neither removes what only the other knows. */
  private async contest(mark: Mark): Promise<void> {
    const contested = { host: os.hostname(), at: new Date().toISOString() };
    await writeMark(this.storage, { ...mark, contested });
  }

  private pause(sentence: string | null): void {
    if (sentence === this.pausedBy) return;
    this.pausedBy = sentence;
    if (sentence) this.log.error(sentence);
  }
}

async function databaseSide(db: Db, mark: Mark | null): Promise<DatabaseSide> {
  const row = await db.row<Omit<DatabaseSide, "fingerprint">>(sql`
    SELECT (SELECT id::text FROM installation) AS id, coalesce(l.generation, 0)::int AS generation, l.token::text,
      EXISTS (SELECT FROM storage_generations WHERE token = ${mark?.token ?? null}::uuid) AS "knowsMark"
    FROM (SELECT 1) one LEFT JOIN (
      SELECT generation, token FROM storage_generations ORDER BY generation DESC LIMIT 1) l ON true`);
  if (!row) throw new Error("the database says nothing of its installation");
  return { ...row, fingerprint: await fingerprintOf(db) };
}

/** Distinguishes a database from its copies: by its cluster, and its id there. */
async function fingerprintOf(db: Db): Promise<string | null> {
  const allowed = await db.row<{ is: boolean }>(
    sql`SELECT has_function_privilege('pg_control_system()', 'EXECUTE') AS "is"`,
  );
  if (!allowed?.is) return null;
  const row = await db.row<{ fingerprint: string }>(sql`
    SELECT concat(s.system_identifier, '/', d.oid) AS fingerprint
    FROM pg_control_system() s, pg_database d WHERE d.datname = current_database()`);
  return row?.fingerprint ?? null;
}
