import { createHash } from "node:crypto";
import { Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { SheetColumn, SheetLanguage } from "@clientela/shared/sheets/sheet";
import sql, { type Sql } from "sql-template-tag";
import { z } from "zod";
import type { App } from "../../platform/app.js";
import type { Context } from "../../platform/context.js";
import { databaseFailure } from "../../platform/database/databaseFailure.js";
import type { Db } from "../../platform/database/db.js";
import { demand } from "../../platform/security/authorize.js";
import {
  exportColumns,
  hasAllSources,
  ownSources,
  withExternalIds,
} from "../../platform/sheets/exportExternalIds.js";
import type { Exporter } from "../../platform/sheets/exporter.js";
import { contextOfUser } from "../accounts/contextOfUser.js";
import { Export } from "./export.entity.js";
import { type ExportRow, exportWriters } from "./exportWriters.js";

/** The queue of exports. */
export const EXPORT_QUEUE = "run-export";

const ROWS_AT_ONCE = 2_000;
const languageSchema = z.enum(["pt", "en", "es"]).catch("en");

/** The folder of exported files in the storage. */
export const EXPORTS_FOLDER = "exports";

/** The storage key of an export's file. */
export const keyOfExport = (id: string): string => `${EXPORTS_FOLDER}/${id.slice(-2)}/${id}`;

/** The export whose file is stored under a key. */
export const exportOfKey = (key: string): string => key.slice(key.lastIndexOf("/") + 1);

// Reads with a cursor in one transaction: all rows are of one moment, and only a batch of them is in memory.
async function* batches(
  tx: Db,
  statement: Sql,
  rowOf: (row: ExportRow) => ExportRow,
  progress: (rows: number) => Promise<unknown>,
): AsyncGenerator<ExportRow[]> {
  const { text, values } = tx.limited(statement);
  await tx.client.query({ text: `DECLARE rows NO SCROLL CURSOR FOR ${text}`, values });
  let written = 0;
  for (;;) {
    const { rows } = await tx.client.query<ExportRow>(`FETCH ${ROWS_AT_ONCE} FROM rows`);
    if (rows.length === 0) return;
    yield rows.map(rowOf);
    written += rows.length;
    // Outside of the transaction, so that the progress is visible while rows are written.
    await progress(written);
  }
}

/** Writes an export to the storage, completely or not at all. A retry after a crash starts over. */
export async function runExport(app: App, exportId: string, signal: AbortSignal): Promise<void> {
  const db = app.database.db();
  const current = await db.manager.findOneBy(Export, { id: exportId, status: "RUNNING" });
  if (!current) return;
  const exporter = app.registry.exporters.get(current.recordType);
  if (!exporter) throw new Error(`nothing exports ${current.recordType}`);
  const language: SheetLanguage = languageSchema.parse(current.question.language);
  const hash = createHash("sha256");
  let size = 0;
  const meter = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      size += chunk.length;
      done(null, chunk);
    },
  });
  let rows = 0;
  const progress = (written: number) => {
    rows = written;
    return db.execute(
      sql`UPDATE exports SET rows = ${written}, updated_at = now() WHERE id = ${exportId}::uuid`,
    );
  };
  try {
    await db.transaction(async (tx) => {
      // Columns and rows are of one moment.
      await tx.client.query("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ");
      const context = await contextOfUser(app, current.userId, tx);
      // What it took to ask for it, it takes to write it: the role may have changed since.
      for (const permission of current.needs) demand(context, permission);
      const columns = await columnsOf(exporter, current, context);
      const sources = ownSources(columns);
      const source = batches(
        context.db,
        exporter.rows(current.question, context),
        (row) => {
          const exported = withExternalIds(row, sources);
          exporter.show?.(exported);
          return exported;
        },
        progress,
      );
      const passing = pipeline(
        exportWriters[current.format].write(source, columns, language),
        meter,
        { signal },
      );
      passing.catch(() => undefined);
      await app.storage.remove(keyOfExport(exportId));
      await app.storage.write(keyOfExport(exportId), meter);
      await passing;
    });
    const done = await db.execute(sql`
      UPDATE exports SET status = 'DONE', rows = ${rows}, size = ${size}, sha256 = ${hash.digest("hex")},
        finished_at = now(), updated_at = now(), version = version + 1
      WHERE id = ${exportId}::uuid AND status = 'RUNNING'`);
    // Somebody whose data was read has been erased meanwhile.
    if (done === 0) await app.storage.remove(keyOfExport(exportId));
  } catch (error) {
    if (signal.aborted || databaseFailure(error)) throw error;
    app.log.error({ err: error, exportId }, "an export failed");
    await giveUpExport(app, exportId);
  }
}

async function columnsOf(
  exporter: Exporter,
  { columns, question }: Export,
  context: Context,
): Promise<SheetColumn[]> {
  if (!hasAllSources(columns)) return exportColumns(exporter.sheet, columns, []);
  const found = await context.db.rows<{ source: string }>(exporter.sources(question, context));
  return exportColumns(
    exporter.sheet,
    columns,
    found.map(({ source }) => source),
  );
}

/** Marks an export as failed. */
export async function giveUpExport(app: App, exportId: string): Promise<void> {
  await app.database.db().execute(sql`
    UPDATE exports SET status = 'FAILED', finished_at = now(), updated_at = now(), version = version + 1
    WHERE id = ${exportId}::uuid AND status = 'RUNNING'`);
}

/** Lets an export that failed run again; returns false where there is none. */
export async function prepareExport(db: Db, exportId: string): Promise<boolean> {
  const prepared = await db.execute(sql`
    UPDATE exports SET status = 'RUNNING', rows = 0, finished_at = NULL, updated_at = now(), version = version + 1
    WHERE id = ${exportId}::uuid AND status = 'FAILED'`);
  return prepared > 0;
}
