import { sourceNamedIn } from "@clientela/shared/matching/idSources";
import type { SheetSchema } from "@clientela/shared/sheets/sheet";
import type { Db } from "../../../platform/database/db.js";
import { columnsTo, type StoredColumn, type StoredProblem } from "../storedImport.js";
import type { IdSourceReason } from "./idSourceReason.js";
import { knownSources } from "./knownSources.js";
import { rememberedSource } from "./remember.js";

/** Which system the ids of a file come from, and how that was determined. */
export interface IdSource {
  idSource: string | null;
  idSourceReason: IdSourceReason | null;
}

interface Question extends IdSource {
  fileName: string;
  columns: readonly StoredColumn[];
}

/**
 * The system that the ids of a file come from: the one that somebody chose, else the one in the header of the ids or in the
 * file's name, else the one chosen for the last file with these headers. Null where none is known or there are no ids.
 */
export async function sourceOfIds(
  db: Db,
  schema: SheetSchema,
  { idSource, idSourceReason, fileName, columns }: Question,
): Promise<IdSource> {
  if (idSourceReason === "CHOSEN") return { idSource, idSourceReason };
  const [ids] = columnsTo(columns, schema.foreignId.id);
  if (!ids) return { idSource: null, idSourceReason: null };
  const known = await knownSources(db);
  const ofHeader = sourceNamedIn(ids.header, known);
  if (ofHeader !== null) return { idSource: ofHeader, idSourceReason: "HEADER" };
  const ofName = sourceNamedIn(fileName.replace(/\.[^.]*$/, ""), known);
  if (ofName !== null) return { idSource: ofName, idSourceReason: "FILE_NAME" };
  const remembered = await rememberedSource(db, schema, columns);
  return remembered === null
    ? { idSource: null, idSourceReason: null }
    : { idSource: remembered, idSourceReason: "REMEMBERED" };
}

/** The problem where the source of ids must be chosen before rows can be parsed; null where there is none. */
export function missingSource(
  { foreignId }: SheetSchema,
  { idSource, columns }: Pick<Question, "idSource" | "columns">,
): StoredProblem | null {
  const [ids] = columnsTo(columns, foreignId.id);
  const saysItself = columnsTo(columns, foreignId.source).length > 0;
  if (!ids || saysItself || idSource !== null) return null;
  return { code: "idSourceRequired", params: { header: ids.header } };
}

/** The source to remember: one that somebody chose, now or for an earlier file. */
export const chosenSource = ({ idSource, idSourceReason }: IdSource): string | null =>
  idSourceReason === "CHOSEN" || idSourceReason === "REMEMBERED" ? idSource : null;
