import { createHash } from "node:crypto";
import { headerKey } from "@clientela/shared/matching/headerWords";
import type { MatchKey } from "@clientela/shared/sheets/sheet";
import { columnOf, type SheetSchema } from "@clientela/shared/sheets/sheet";
import type { Detected } from "@clientela/shared/sheets/sheetConventions";
import type { DateOrder } from "@clientela/shared/sheets/sheetDates";
import type { DecimalMark } from "@clientela/shared/sheets/sheetNumbers";
import sql from "sql-template-tag";
import type { Db } from "../../../platform/database/db.js";
import { isReasonHeader } from "../review/reasonHeader.js";
import type { StoredColumn } from "../storedImport.js";

/** The mapping of a file's columns, and how its rows find their records. */
export interface Match {
  columns: StoredColumn[];
  matchKey: MatchKey;
}

// A workbook of failed rows has one column more than the original file.
function signatureOf(headers: readonly { header: string }[]): string {
  const keys = headers
    .filter(({ header }) => !isReasonHeader(header))
    .map(({ header }) => headerKey(header));
  return createHash("sha256").update(JSON.stringify(keys)).digest("hex");
}

/**
 * A column as it is stored for the next file: its field, confirmed by running the import, or that a person or
 * program excluded it. Of others only the conventions are stored.
 */
interface RememberedColumn extends Partial<Pick<StoredColumn, "place" | "meanings">> {
  field: string | null;
  rule: StoredColumn["rule"];
  leftOut?: true;
  dateOrder?: DateOrder | null;
  decimal?: DecimalMark | null;
}

function toRemember(column: StoredColumn): RememberedColumn {
  const { field, place, rule, meanings, reason, conventions } = column;
  return {
    field,
    place,
    rule,
    meanings,
    ...(reason === "leftOut" && { leftOut: true }),
    dateOrder: conventions.dateOrder.value,
    decimal: conventions.decimal.value,
  };
}

/** Stores the mapping for files with these headers, and the source of their ids if somebody chose it. */
export async function rememberMatch(
  db: Db,
  recordType: string,
  { columns, matchKey }: Match,
  chosenSource: string | null,
): Promise<void> {
  const kept = columns.filter(({ header }) => !isReasonHeader(header)).map(toRemember);
  await db.execute(sql`
    INSERT INTO import_matches (record_type, headers, columns, match_key, id_source)
    VALUES (${recordType}, ${signatureOf(columns)}, ${JSON.stringify(kept)}::jsonb, ${matchKey}, ${chosenSource})
    ON CONFLICT (record_type, headers) DO UPDATE
    SET columns = excluded.columns, match_key = excluded.match_key, id_source = excluded.id_source, updated_at = now()`);
}

/** The source of ids that somebody chose for the last file with these headers; null where nobody did. */
export async function rememberedSource(
  db: Db,
  { recordType }: SheetSchema,
  columns: readonly { header: string }[],
): Promise<string | null> {
  const known = await db.row<{ source: string | null }>(sql`
    SELECT id_source AS source FROM import_matches
    WHERE record_type = ${recordType} AND headers = ${signatureOf(columns)}`);
  return known?.source ?? null;
}

// Ambiguous conventions are taken from the last file; unambiguous ones from the cells.
const asBefore = <T>(found: Detected<T>, before: T | null | undefined): Detected<T> =>
  found.certainty === "ambiguous" && before ? { value: before, certainty: "chosen" } : found;

function asRemembered(
  schema: SheetSchema,
  column: StoredColumn,
  before: RememberedColumn,
): StoredColumn {
  const { dateOrder, decimal } = column.conventions;
  const known = {
    ...column,
    rule: before.rule,
    conventions: {
      dateOrder: asBefore(dateOrder, before.dateOrder),
      decimal: asBefore(decimal, before.decimal),
    },
  };
  if (before.leftOut) return { ...known, reason: "leftOut" };
  const { field, place = 0, meanings = {} } = before;
  if (field === null || columnOf(schema, field) === undefined) return known;
  return { ...known, field, place, meanings, confidence: "exact", reason: "remembered" };
}

/** Columns of a file as in the last file with the same headers; null where there was none. */
export async function recallMatch(
  db: Db,
  schema: SheetSchema,
  columns: readonly StoredColumn[],
): Promise<Match | null> {
  const known = await db.row<{ columns: RememberedColumn[]; matchKey: MatchKey }>(sql`
    SELECT columns, match_key AS "matchKey" FROM import_matches
    WHERE record_type = ${schema.recordType} AND headers = ${signatureOf(columns)}`);
  if (!known) return null;
  const inTurn = known.columns.values();
  return {
    matchKey: known.matchKey,
    columns: columns.map((column) => {
      const before = isReasonHeader(column.header) ? undefined : inTurn.next().value;
      return before ? asRemembered(schema, column, before) : column;
    }),
  };
}
