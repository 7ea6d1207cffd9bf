import type { ColumnProfile } from "@clientela/shared/matching/columnProfile";
import { matchColumns } from "@clientela/shared/matching/matchColumns";
import type { SheetSchema } from "@clientela/shared/sheets/sheet";
import type { Detected } from "@clientela/shared/sheets/sheetConventions";
import type { Db } from "../../../platform/database/db.js";
import type { FileInspection } from "../../spreadsheets/sheetChoice.js";
import { isReasonHeader } from "../review/reasonHeader.js";
import { isSettled, type StoredColumn } from "../storedImport.js";
import { type Match, recallMatch } from "./remember.js";

/** So many different values of a column are kept, for a person to say what they mean. */
const VALUES_KEPT = 40;

/**
 * The columns of a file with their fields: as a person or program chose before for this file, else for the
 * last one with the same headers, else as headers and values say.
 */
export async function matchFile(
  db: Db,
  schema: SheetSchema,
  { headers, profiles }: FileInspection,
  before: Match,
): Promise<Match> {
  const isSame =
    before.columns.length === headers.length &&
    headers.every((header, at) => header.text === before.columns[at]?.header);
  const fresh = headers.map(
    ({ text, samples, conventions }, index): StoredColumn => ({
      index,
      header: text,
      samples,
      filled: 0,
      field: null,
      place: 0,
      suggestion: null,
      confidence: null,
      reason: isReasonHeader(text) ? "exportOnly" : "unknownHeader",
      rule: "OVERWRITE",
      conventions,
      values: [],
      meanings: {},
    }),
  );
  const known = isSame ? before : await recallMatch(db, schema, fresh);
  const columns = known?.columns ?? fresh;
  return {
    columns: matchAnew(schema, columns, profiles),
    matchKey: known?.matchKey ?? before.matchKey,
  };
}

/** The columns matched again by what their cells are like; where a person or program said where one goes, it stays. */
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
  // A file whose rows were not looked at says nothing that was not known.
  if (files.length < data.length) return [...columns];
  const given = new Map(
    data.flatMap((column, at) => (isSettled(column) ? [[at, column.field] as const] : [])),
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
    return isSettled(column) ? looked : { ...looked, ...match };
  });
}

// Where a person or the last file said how values are written, that stays.
const asChosen = <T>(before: Detected<T>, found: Detected<T>): Detected<T> =>
  before.certainty === "chosen" ? before : found;
