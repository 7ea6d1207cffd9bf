import { createHash } from "node:crypto";
import type { Mark } from "./mark.js";

/** What a database stores about the storage that it is used with. */
export interface DatabaseSide {
  /** The installation; null until it is used with a storage. */
  id: string | null;
  /** Distinguishes it from copies of it; null where that is not permitted. */
  fingerprint: string | null;
  /** Its last start. */
  generation: number;
  token: string | null;
  /** Whether the storage was marked by a start on this database. */
  knowsMark: boolean;
}

/** The database and the storage to compare. */
export interface Sides {
  database: DatabaseSide;
  mark: Mark | null;
  /** Where the storage is. */
  place: string;
}

/** The result: `unsure` serves but removes nothing; `unmarked` depends on the objects. */
export type Standing =
  | { is: "ours" }
  | { is: "unmarked" }
  | { is: "unsure" | "foreign"; sentence: string };

/** Compares a database and a storage by their marks. */
export function standingOf({ database, mark, place }: Sides): Standing {
  if (!mark) return { is: "unmarked" };
  const used = `${mark.host}, ${mark.usedAt}`;
  if (database.id === null) {
    return {
      is: "foreign",
      sentence: `The files at ${place} belong to the installation ${mark.installation} (last used by ${used}), and the database is one that was never used with any. Check DATABASE_URL or, where the database is Clientela's own, that DATA_DIR/postgres is the right folder and mounted; check STORAGE_URL.`,
    };
  }
  if (database.id !== mark.installation) {
    return {
      is: "foreign",
      sentence: `The files at ${place} belong to the installation ${mark.installation} (last used by ${used}), and the database to the installation ${database.id}. Set STORAGE_URL, and DATABASE_URL or DATA_DIR, to what belongs together.`,
    };
  }
  if (mark.contested) {
    return {
      is: "unsure",
      sentence: `Two databases use the files at ${place}, as ${mark.contested.host} found at ${mark.contested.at}. Give the other one files of its own.`,
    };
  }
  if (!database.knowsMark) {
    return {
      is: "unsure",
      sentence: `The files at ${place} were used last with another database of this installation (by ${used}; generation ${mark.generation}, the database has ${database.generation}): the database is an older backup or a copy, or a copy of it uses its files.`,
    };
  }
  const { fingerprint } = database;
  if (fingerprint !== null && mark.database !== null && fingerprint !== mark.database) {
    return {
      is: "unsure",
      sentence: `The database is a copy, or was restored from a backup or moved: the files at ${place} were used last with the one it was made from (by ${used}).`,
    };
  }
  return { is: "ours" };
}

/** The code by which a person declares that the two belong together; a new one at every start. */
export function adoptionCode({ database, mark, place }: Sides): string {
  const parts = [database.id, database.token, mark?.token, mark?.contested?.at, place];
  return createHash("sha256").update(JSON.stringify(parts)).digest("hex").slice(0, 8);
}
