import { sourceNamedIn } from "@clientela/shared/matching/idSources";
import type { SheetSchema } from "@clientela/shared/sheets/sheet";
import type { Db } from "../../../platform/database/db.js";
import { columnsTo, type StoredColumn, type StoredProblem } from "../storedImport.js";
import type { IdSourceReason } from "./idSourceReason.js";
import { knownSources } from "./knownSources.js";
import { rememberedSource } from "./remember.js";

/** Which system the ids of a file come from, and how that is known. */
export interface IdSource {
  idSource: string | null;
  idSourceReason: IdSourceReason | null;
}

interface Question extends IdSource {
  fileName: string;
  columns: readonly StoredColumn[];
}

/**
 * Which system the ids of a file come from: as somebody chose, else as the header of the ids or the file's name
 * says, else as it was chosen for the last file with these headers. Null where nothing says it or there are no ids.
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

/** What has to be said of the source of ids before rows can be read; null where nothing is missing. */
export function missingSource(
  { foreignId }: SheetSchema,
  { idSource, columns }: Pick<Question, "idSource" | "columns">,
): StoredProblem | null {
  const [ids] = columnsTo(columns, foreignId.id);
  const saysItself = columnsTo(columns, foreignId.source).length > 0;
  if (!ids || saysItself || idSource !== null) return null;
  return { code: "idSourceRequired", params: { header: ids.header } };
}

/** The source that is worth remembering: one that somebody chose, now or for an earlier file. */
export const chosenSource = ({ idSource, idSourceReason }: IdSource): string | null =>
  idSourceReason === "CHOSEN" || idSourceReason === "REMEMBERED" ? idSource : null;
