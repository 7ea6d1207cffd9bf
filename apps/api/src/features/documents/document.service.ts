import type { LineFields } from "@clientela/shared/documents/documentLines";
import type { RecordTypeWith } from "@clientela/shared/records/recordActions";
import type { Context } from "../../platform/context.js";
import type { ExternalId } from "../../platform/records/externalId.type.js";
import { insertIdentified } from "../../platform/records/externalIdWrites.js";
import { type Subject, updateRecord, type Values } from "../../platform/records/write.js";
import type { LinedDocument } from "./document.entity.js";
import { priceLines } from "./line.rules.js";
import {
  insertLines,
  type LineRevision,
  type LineTable,
  linesChange,
  replaceLines,
} from "./line.service.js";

/** A kind of document: its name and the table of its lines. */
export interface DocumentKind<Row extends LinedDocument> {
  subject: Subject<Row, RecordTypeWith<"created" | "updated">>;
  lines: LineTable;
}

/**
 * Inserts a document with its lines, its total and the number that `takeNumber` returns.
 * Throws Invalid if the lines add up to less than zero or to too much.
 */
export async function insertDocument<Row extends LinedDocument>(
  context: Context,
  { subject, lines: table }: DocumentKind<Row>,
  values: Values<Row> & { currency: string },
  lines: readonly LineFields[],
  takeNumber: () => Promise<string>,
  externalIds: readonly ExternalId[] = [],
): Promise<Row> {
  const priced = priceLines(lines, values.currency);
  const document = await insertIdentified(
    context,
    subject,
    { ...values, total: priced.total, tax: priced.tax, number: await takeNumber() },
    externalIds,
    linesChange([], priced.lines),
  );
  await insertLines(context, table, [{ documentId: document.id, lines: priced.lines }]);
  return document;
}

/** Updates a document that is still at `version`, and its lines as planned. Throws Conflict. */
export async function updateDocument<Row extends LinedDocument>(
  context: Context,
  { subject, lines: table }: DocumentKind<Row>,
  current: Row,
  version: number,
  values: Values<Row>,
  revision: LineRevision,
): Promise<Row> {
  const document = await updateRecord(
    context,
    subject,
    current,
    version,
    { ...values, total: revision.total, tax: revision.tax },
    revision.change,
  );
  await replaceLines(context, table, document.id, revision);
  return document;
}
