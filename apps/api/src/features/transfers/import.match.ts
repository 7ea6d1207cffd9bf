import { createHash } from "node:crypto";
import { headerKey } from "@clientela/shared/headerWords";
import { matchColumns } from "@clientela/shared/matchColumns";
import { columnOf, type SheetSchema } from "@clientela/shared/sheet";
import type { Conventions, Detected } from "@clientela/shared/sheetConventions";
import type { DateOrder } from "@clientela/shared/sheetDates";
import type { DecimalMark } from "@clientela/shared/sheetNumbers";
import { parseCell } from "@clientela/shared/sheetValues";
import sql from "sql-template-tag";
import type { Db } from "../../platform/database/db.js";
import type { MatchKey } from "../../platform/sheets/matchKey.js";
import { conventionsOf } from "./import.conventions.js";
import { isReasonHeader } from "./import.reason.js";
import type { StoredColumn } from "./import.stored.js";
import type { SampledHeader } from "./reading/sheetChoice.js";

const SAMPLES_KEPT = 3;

/** Where the columns of a file go, and how its rows find their records. */
export interface Match {
  columns: StoredColumn[];
  matchKey: MatchKey;
}

// A file of rows to be mended has one column more than the file that they came from.
function signatureOf(headers: readonly { header: string }[]): string {
  const keys = headers
    .filter(({ header }) => !isReasonHeader(header))
    .map(({ header }) => headerKey(header));
  return createHash("sha256").update(JSON.stringify(keys)).digest("hex");
}

/** A column as it is kept for the next file; the first ones were kept without how they are written. */
interface RememberedColumn extends Pick<StoredColumn, "field" | "rule"> {
  dateOrder?: DateOrder | null;
  decimal?: DecimalMark | null;
}

// What can be read both ways is as it was the last time; what tells itself is as it says.
const asBefore = <T>(found: Detected<T>, before: T | null | undefined): Detected<T> =>
  found.certainty === "ambiguous" && before ? { value: before, certainty: "certain" } : found;

/** Keeps where the columns of files with these headers go, for the next one. */
export async function rememberMatch(
  db: Db,
  kind: string,
  { columns, matchKey }: Match,
): Promise<void> {
  const kept = columns
    .filter(({ header }) => !isReasonHeader(header))
    .map(
      ({ field, rule, conventions: { dateOrder, decimal } }): RememberedColumn => ({
        field,
        rule,
        dateOrder: dateOrder.value,
        decimal: decimal.value,
      }),
    );
  await db.execute(sql`
    INSERT INTO import_matches (kind, headers, columns, match_key)
    VALUES (${kind}, ${signatureOf(columns)}, ${JSON.stringify(kept)}::jsonb, ${matchKey})
    ON CONFLICT (kind, headers) DO UPDATE
    SET columns = excluded.columns, match_key = excluded.match_key, updated_at = now()`);
}

/**
 * The columns of a file with their fields: as a person chose before for this file, else for the last
 * one with the same headers, else as the headers and samples say.
 */
export async function matchFile(
  db: Db,
  schema: SheetSchema,
  headers: readonly SampledHeader[],
  before: Match,
): Promise<Match> {
  const isSame =
    before.columns.length === headers.length &&
    headers.every((header, at) => header.text === before.columns[at]?.header);
  if (isSame) return before;
  const fresh = freshMatch(schema, headers);
  const known = await db.row<{ columns: RememberedColumn[]; matchKey: MatchKey }>(sql`
    SELECT columns, match_key AS "matchKey" FROM import_matches
    WHERE kind = ${schema.kind} AND headers = ${signatureOf(fresh)}`);
  if (!known) return { columns: fresh, matchKey: before.matchKey };
  const inTurn = known.columns.values();
  const columns = fresh.map((column): StoredColumn => {
    if (isReasonHeader(column.header)) return column;
    const before: Partial<RememberedColumn> = inTurn.next().value ?? {};
    const { field = null, rule = column.rule } = before;
    const isThere = field !== null && columnOf(schema, field) !== undefined;
    const { dateOrder, decimal } = column.conventions;
    return {
      ...column,
      rule,
      field: isThere ? field : null,
      confidence: isThere ? "exact" : null,
      conventions: {
        dateOrder: asBefore(dateOrder, before.dateOrder),
        decimal: asBefore(decimal, before.decimal),
      },
    };
  });
  return { columns, matchKey: known.matchKey };
}

function freshMatch(schema: SheetSchema, headers: readonly SampledHeader[]): StoredColumn[] {
  const matches = matchColumns(
    headers.map(({ text, samples }) => ({ header: text, samples })),
    schema,
  );
  return headers.map(({ text, samples, conventions }, index): StoredColumn => {
    const { field, confidence } = matches[index] ?? { field: null, confidence: null };
    const fits =
      field !== null &&
      !isReasonHeader(text) &&
      samplesFit(schema, field, samples, conventionsOf(conventions));
    return {
      index,
      header: text,
      samples: samples.slice(0, SAMPLES_KEPT),
      field: fits ? field : null,
      confidence: fits ? confidence : null,
      rule: "OVERWRITE",
      conventions,
    };
  });
}

// A header alone can mislead: a "status" of warm and cold is not ours. A person can still choose it.
function samplesFit(
  schema: SheetSchema,
  field: string,
  samples: readonly string[],
  conventions: Conventions,
): boolean {
  const column = columnOf(schema, field);
  const given = samples.filter((sample) => sample.trim() !== "");
  return (
    column !== undefined &&
    (given.length === 0 ||
      given.some((sample) => "value" in parseCell(column, sample, conventions)))
  );
}
