import { RECORD_KINDS } from "@clientela/shared/records/recordKinds";
import sql, { join, raw, type Sql } from "sql-template-tag";
import type { Context } from "../../platform/context.js";
import { columnsOf, selectList, tableOf } from "../../platform/database/columns.js";
import type { ExternalId } from "../../platform/records/externalId.type.js";
import { externalIdsOfAll } from "../../platform/records/externalIds.js";
import type { OwnedRecordKind } from "../../platform/records/ownedRecords.js";
import { Activity } from "../activity/activity.entity.js";
import { isReadableEntry, readableChanges, readableHistory } from "../activity/historyAccess.js";
import { File } from "../files/file.entity.js";

const ROWS_AT_ONCE = 500;

/** Rows by id, in batches, each in a statement of its own: a slow client holds no transaction open. */
async function* rowsOf<Row extends { id: string }>(
  { db }: Context,
  type: new () => Row,
  where: Sql,
): AsyncGenerator<Row[]> {
  let after = "00000000-0000-0000-0000-000000000000";
  for (;;) {
    const rows = await db.rowsOf(
      type,
      sql`
        SELECT ${selectList(type, "r")} FROM ${raw(`"${tableOf(type)}"`)} r
        WHERE ${where} AND r.id > ${after}::uuid ORDER BY r.id LIMIT ${ROWS_AT_ONCE}`,
    );
    if (rows.length > 0) yield rows;
    if (rows.length < ROWS_AT_ONCE) return;
    after = rows.at(-1)?.id ?? after;
  }
}

async function linesOf(
  { db }: Context,
  { type, property }: NonNullable<OwnedRecordKind["lines"]>,
  ids: string[],
): Promise<Map<string, object[]>> {
  const owner = columnsOf(type).find((column) => column.property === property);
  if (!owner) throw new Error(`${type.name} has no ${property}`);
  const pointer = raw(`r."${owner.column}"`);
  const rows = await db.rows<{ owner: string }>(sql`
    SELECT ${selectList(type, "r")}, ${pointer} AS owner FROM ${raw(`"${tableOf(type)}"`)} r
    WHERE ${pointer} = ANY(${ids}::uuid[]) ORDER BY r.position`);
  const grouped = Map.groupBy(rows, (row) => row.owner);
  return new Map([...grouped].map(([id, own]) => [id, own.map(({ owner: _, ...line }) => line)]));
}

/** Rows with their ids in other systems, by source and value. */
export async function withExternalIds<Row extends { id: string }>(
  context: Context,
  rows: readonly Row[],
): Promise<(Row & { externalIds: ExternalId[] })[]> {
  const ids = await externalIdsOfAll(
    context,
    rows.map(({ id }) => id),
  );
  return rows.map((row, at) => ({
    ...row,
    externalIds: (ids[at] ?? []).map(({ source, value }) => ({ source, value })),
  }));
}

/**
 * The records of one kind that a customer has, excluding the trash, with the lines of documents, and the ids in other
 * systems of those that can have some.
 */
export async function* belongingRows(
  context: Context,
  { type, lines }: OwnedRecordKind,
  customerId: string,
): AsyncGenerator<{ id: string }[]> {
  const where = sql`r.customer_id = ${customerId}::uuid AND r.deleted_at IS NULL`;
  const isIdentified = context.app.registry.nodeKinds.some(
    (kind) => kind.type === type && kind.externalIds !== undefined,
  );
  for await (const rows of rowsOf(context, type, where)) {
    const identified = isIdentified ? await withExternalIds(context, rows) : rows;
    if (!lines) yield identified;
    else {
      const byOwner = await linesOf(
        context,
        lines,
        rows.map(({ id }) => id),
      );
      yield identified.map((row) => ({ ...row, lines: byOwner.get(row.id) ?? [] }));
    }
  }
}

/** The files of a customer, excluding the trash. */
export function fileRows(context: Context, customerId: string): AsyncGenerator<File[]> {
  return rowsOf(context, File, sql`r.customer_id = ${customerId}::uuid AND r.deleted_at IS NULL`);
}

/** The history of a customer, and of those merged into it, for callers who may read it. */
export async function* historyRows(context: Context, customerId: string): AsyncGenerator<object[]> {
  const where = [
    sql`(r.customer_id = ${customerId}::uuid OR r.customer_id IN (
      SELECT m.id FROM merged_customers m WHERE m.survivor_id = ${customerId}::uuid))`,
    isReadableEntry(readableHistory(context)),
  ];
  for await (const rows of rowsOf(context, Activity, join(where, " AND "))) {
    yield rows.map((row) => ({
      ...row,
      recordType: RECORD_KINDS[row.recordType].value,
      changes: readableChanges(context, row.recordType, row.changes),
    }));
  }
}
