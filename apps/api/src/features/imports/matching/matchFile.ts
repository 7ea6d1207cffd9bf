import type { ColumnProfile } from "@clientela/shared/matching/columnProfile";
import { idSourceNamedIn } from "@clientela/shared/matching/idSources";
import { matchColumns } from "@clientela/shared/matching/matchColumns";
import { unescapeCsvText } from "@clientela/shared/sheets/csv";
import { fieldOfSource, sourceOfField } from "@clientela/shared/sheets/externalIdColumns";
import type { SheetSchema } from "@clientela/shared/sheets/sheet";
import type { Detected } from "@clientela/shared/sheets/sheetConventions";
import type { Db } from "../../../platform/database/db.js";
import type { FileInspection } from "../../spreadsheets/sheetChoice.js";
import { isReasonHeader } from "../review/reasonHeader.js";
import { isSettled, type StoredColumn } from "../storedImport.js";
import { knownSources } from "./knownSources.js";
import { type Match, recallMatch } from "./remember.js";

/** Up to this many different values of a column are kept, for a person to map them. */
const VALUES_KEPT = 40;

/**
 * The columns of a file with their fields: as chosen before for this file, else as for the
 * last file with the same headers, else as headers and values suggest.
 */
export async function matchFile(
  db: Db,
  schema: SheetSchema,
  { headers, profiles, format }: FileInspection,
  before: Match,
): Promise<Match> {
  // The name of another system in a header is text like that of a cell.
  const textOf = ({ text }: { text: string }) => (format === "csv" ? unescapeCsvText(text) : text);
  const isSame =
    before.columns.length === headers.length &&
    headers.every((header, at) => textOf(header) === before.columns[at]?.header);
  const fresh = headers.map(
    ({ samples, conventions, ...header }, index): StoredColumn => ({
      index,
      header: textOf(header),
      samples,
      filled: 0,
      field: null,
      place: 0,
      suggestion: null,
      confidence: null,
      reason: isReasonHeader(header.text) ? "exportOnly" : "unknownHeader",
      rule: "OVERWRITE",
      conventions,
      values: [],
      meanings: {},
    }),
  );
  const known = isSame ? before : await recallMatch(db, schema, fresh);
  const columns = known?.columns ?? fresh;
  return {
    columns: await nameSources(db, schema, matchAnew(schema, columns, profiles)),
    matchKey: known?.matchKey ?? before.matchKey,
  };
}

// Besides the column of the file's own ids, those with ids of other systems, which their headers name.
async function nameSources(
  db: Db,
  { foreignId }: SheetSchema,
  columns: readonly StoredColumn[],
): Promise<StoredColumn[]> {
  const isOpen = ({ field, suggestion, filled, ...column }: StoredColumn) =>
    field === null && suggestion === null && filled > 0 && !isSettled(column);
  if (foreignId.id !== "externalId" || !columns.some(isOpen)) return [...columns];
  const known = await knownSources(db);
  const fields = new Set(columns.map(({ field }) => field));
  return columns.map((column) => {
    const source = isOpen(column) ? idSourceNamedIn(column.header, known) : null;
    if (source === null || fields.has(fieldOfSource(source))) return column;
    fields.add(fieldOfSource(source));
    return { ...column, field: fieldOfSource(source), confidence: "likely", reason: "header" };
  });
}

/** Matches columns again by their cells; a choice of a person or program is kept. */
export function matchAnew(
  schema: SheetSchema,
  columns: readonly StoredColumn[],
  profiles: readonly ColumnProfile[],
): StoredColumn[] {
  const data = columns.filter(({ header }) => !isReasonHeader(header));
  const profileAt = (index: number) => profiles[index];
  const files = data.flatMap(({ header, index }) => {
    const profile = profileAt(index);
    return profile ? [{ header, profile }] : [];
  });
  // Without the cells of its rows, nothing more is known than before.
  if (files.length < data.length) return [...columns];
  const stays = (column: StoredColumn) => isSettled(column) || sourceOfField(column.field) !== null;
  const given = new Map(
    data.flatMap((column, at) => (stays(column) ? [[at, column.field] as const] : [])),
  );
  const matches = matchColumns(files, schema, given);
  const found = new Map(data.map((column, at) => [column.index, matches[at]]));
  return columns.map((column): StoredColumn => {
    const profile = profileAt(column.index);
    const match = found.get(column.index);
    if (!profile || !match) return column;
    const { filled, distinct, values, conventions } = profile;
    const looked = {
      ...column,
      filled,
      values: distinct <= VALUES_KEPT ? values : [],
      conventions: {
        dateOrder: asChosen(column.conventions.dateOrder, conventions.dateOrder),
        decimal: asChosen(column.conventions.decimal, conventions.decimal),
      },
    };
    return stays(column) ? looked : { ...looked, ...match };
  });
}

// Conventions that a person chose, or that the last file had, are kept.
const asChosen = <T>(before: Detected<T>, found: Detected<T>): Detected<T> =>
  before.certainty === "chosen" ? before : found;
