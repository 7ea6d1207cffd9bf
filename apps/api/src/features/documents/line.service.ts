import { type LineFields, MAX_LINES } from "@clientela/shared/documents/documentLines";
import { withoutZeros } from "@clientela/shared/values/decimalRules";
import sql, { raw } from "sql-template-tag";
import type { Context } from "../../platform/context.js";
import { selectList, tableOf } from "../../platform/database/columns.js";
import { isOneOfKeys } from "../../platform/lists/keys.js";
import type { BatchLoader } from "../../platform/readContext.js";
import type { FieldChange } from "../../platform/records/history.js";
import { grouped } from "../../platform/request/loader.js";
import type { LinedDocument } from "./document.entity.js";
import type { StoredLine } from "./line.entity.js";
import { type PricedLine, priceLines } from "./line.rules.js";

/** Where a kind of document has its lines: the table, and the column that references the document. */
export interface LineTable {
  type: new () => StoredLine;
  owner: string;
}

/** The lines of documents in order; all of them, or the first `first`. */
export function linesByDocument({
  type,
  owner,
}: LineTable): BatchLoader<string, number | undefined, StoredLine[]> {
  const ownerColumn = raw(`r."${owner}"`);
  return async (ids, first = MAX_LINES, context) => {
    const rows = await context.db.rowsOf(
      type as new () => StoredLine & { documentId: string },
      sql`
        SELECT ${selectList(type, "r")}, ${ownerColumn} AS "documentId" FROM ${raw(`"${tableOf(type)}"`)} r
        WHERE ${isOneOfKeys(ownerColumn, ids)} AND r.position <= ${first} ORDER BY r.position`,
    );
    return grouped(ids, rows, (row) => row.documentId);
  };
}

/** The lines of a document, in order. */
export interface LinesOfDocument {
  documentId: string;
  lines: readonly PricedLine[];
}

/** Inserts the lines of documents that have none, in one statement. */
export async function insertLines(
  context: Context,
  { type, owner }: LineTable,
  documents: readonly LinesOfDocument[],
): Promise<void> {
  const placed = documents.flatMap(({ documentId, lines }) =>
    lines.map((line, index) => ({ ...line, documentId, position: index + 1 })),
  );
  if (placed.length === 0) return;
  await context.db.execute(sql`
    INSERT INTO ${raw(`"${tableOf(type)}" ("${owner}", position, description, quantity, unit, unit_price, discount, tax_rate, total)`)}
    SELECT l."documentId", l.position, l.description, l.quantity, l.unit, l."unitPrice", l.discount, l."taxRate", l.total
    FROM jsonb_to_recordset(${JSON.stringify(placed)}::jsonb)
      AS l ("documentId" uuid, position integer, description text, quantity numeric, unit text, "unitPrice" numeric, discount numeric,
        "taxRate" numeric, total numeric)`);
}

/** What an update does to the lines of a document. */
export interface LineRevision {
  /** The gross total of the new lines, and their tax; undefined if lines and currency are unchanged. */
  total: string | undefined;
  tax: string | undefined;
  /** The history entries of the change; empty if no line differs. */
  change: FieldChange[];
  /** Whether a line or the currency differs. */
  differs: boolean;
  lines: PricedLine[];
}

const untouched: LineRevision = {
  total: undefined,
  tax: undefined,
  change: [],
  differs: false,
  lines: [],
};

const recorded = (lines: readonly PricedLine[]): PricedLine[] =>
  lines.map(({ description, quantity, unit, unitPrice, discount, taxRate, total }) => ({
    description,
    quantity: withoutZeros(quantity),
    unit,
    unitPrice: withoutZeros(unitPrice),
    discount: withoutZeros(discount),
    taxRate: withoutZeros(taxRate),
    total: withoutZeros(total),
  }));

/** The history entries for added and removed lines; empty if there are none. */
export function linesChange(
  before: readonly PricedLine[],
  after: readonly PricedLine[],
): FieldChange[] {
  const [old, now] = [recorded(before), recorded(after)];
  return JSON.stringify(old) === JSON.stringify(now) ? [] : [{ field: "lines", old, new: now }];
}

/** Plans the change of a document's lines: new lines, another currency, or neither. */
export async function reviseLines(
  context: Context,
  table: LineTable,
  current: LinedDocument,
  wanted: { lines?: readonly LineFields[]; currency?: string },
): Promise<LineRevision> {
  const currency = wanted.currency ?? current.currency;
  if (!wanted.lines && currency === current.currency) return untouched;
  const [before = []] = await linesByDocument(table)([current.id], undefined, context);
  return revisedLines(before, current.currency, { lines: wanted.lines, currency });
}

/**
 * The change of lines to new ones, another currency, or neither; `currency` is null for a document that is new. Throws
 * Invalid as `priceLines`.
 */
export function revisedLines(
  before: readonly PricedLine[],
  currency: string | null,
  wanted: { lines?: readonly LineFields[] | undefined; currency: string },
): LineRevision {
  if (!wanted.lines && wanted.currency === currency) return untouched;
  const { lines, total, tax } = priceLines(wanted.lines ?? before, wanted.currency);
  const change = linesChange(before, lines);
  const differs = change.length > 0 || wanted.currency !== currency;
  return { total, tax, change, differs, lines };
}

/** Deletes all lines of documents. */
export async function removeLines(
  { db }: Context,
  { type, owner }: LineTable,
  documentIds: readonly string[],
): Promise<void> {
  if (documentIds.length === 0) return;
  await db.execute(sql`
    DELETE FROM ${raw(`"${tableOf(type)}"`)} WHERE ${raw(`"${owner}"`)} = ANY(${documentIds}::uuid[])`);
}

/** Replaces the lines of a document if a revision changes them. */
export async function replaceLines(
  context: Context,
  table: LineTable,
  documentId: string,
  { change, lines }: LineRevision,
): Promise<void> {
  if (change.length === 0) return;
  await removeLines(context, table, [documentId]);
  await insertLines(context, table, [{ documentId, lines }]);
}
