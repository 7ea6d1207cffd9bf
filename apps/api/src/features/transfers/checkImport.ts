import { matchColumns } from "@clientela/shared/matchColumns";
import { columnOf, type SheetSchema } from "@clientela/shared/sheet";
import { PLAIN } from "@clientela/shared/sheetConventions";
import { parseCell } from "@clientela/shared/sheetValues";
import sql from "sql-template-tag";
import { v7 as uuidV7 } from "uuid";
import type { App } from "../../platform/app.js";
import type { Db } from "../../platform/db.js";
import type { Importer } from "../../platform/importer.js";
import { importerOf } from "../../platform/sheetKinds.js";
import type { Import } from "./import.entity.js";
import { withLocalFile } from "./import.file.js";
import { lockImport, phase, setImport, stopped } from "./import.state.js";
import type { StoredColumn, StoredProblem } from "./import.stored.js";
import { rowParser } from "./parseRow.js";
import { ReadError } from "./reading/readError.js";
import { inspectFile, readRows } from "./reading/readSheet.js";
import { choiceOf, type Inspection } from "./reading/sheetChoice.js";
import { type StagedRow, stageRows } from "./staging.js";

const SAMPLES_FOR_MATCHING = 3;
const ROWS_AT_ONCE = 2_000;

/**
 * Reads the file of an import, matches its columns, stages its rows and plans what each would do.
 * Run again after a crash or a change, it begins anew; it touches nothing but the import itself.
 */
export async function checkImport(app: App, importId: string, signal: AbortSignal): Promise<void> {
  const db = app.database.db();
  const begun = await db.transaction(async (tx) => {
    const current = await lockImport(tx, importId);
    if (!current || !["READING", "CHECKING"].includes(current.status)) return null;
    await tx.execute(sql`DELETE FROM import_rows WHERE import_id = ${importId}::uuid`);
    // Whoever was at it, and may believe to be still, stages no more rows.
    current.checkId = uuidV7();
    await tx.execute(
      sql`UPDATE imports SET check_id = ${current.checkId}::uuid WHERE id = ${importId}::uuid`,
    );
    return current;
  });
  if (!begun) return;
  const importer = importerOf(begun.kind);
  if (!importer) throw new Error(`nothing imports ${begun.kind}`);
  try {
    await withLocalFile(app, begun.fileId, (path) => read(app, begun, importer, path, signal));
  } catch (error) {
    if (!(error instanceof ReadError)) throw error;
    const { code, params } = error;
    // Here the reader broke down, and not the file: what it said last is for the log alone.
    if (code === "readerFailed") {
      app.log.warn({ err: error, cause: error.cause, importId }, "a file's reader failed");
    }
    await setImport(db, importId, sql`${stopped("FAILED", { code, params })}, finished_at = now()`);
  }
}

async function read(
  app: App,
  current: Import,
  importer: Importer,
  path: string,
  signal: AbortSignal,
): Promise<void> {
  const db = app.database.db();
  const knownHeaders = importer.sheet.columns.flatMap(({ labels, synonyms }) => [
    ...Object.values(labels),
    ...synonyms,
  ]);
  const inspection = await inspectFile(path, current.choice, { knownHeaders, signal });
  const columns = matched(importer.sheet, inspection, current.columns);
  const required = importer.sheet.columns.find(
    (column) => column.required && !columns.some(({ field }) => field === column.key),
  );
  const problem: StoredProblem | null = inspection.doubt
    ? { code: "chooseEncoding", params: {} }
    : required
      ? { code: "matchRequired", params: { field: required.key } }
      : null;
  const found = sql`inspection = ${JSON.stringify(inspection)}::jsonb, columns = ${JSON.stringify(columns)}::jsonb`;
  const goesOn = await ifMine(app, current, async (tx) => {
    const next = problem ? stopped("MATCHING", problem) : phase("CHECKING", inspection.rowEstimate);
    await setImport(tx, current.id, sql`${next}, ${found}`);
    return problem === null;
  });
  if (!goesOn) return;
  current.columns = columns;

  const headers = Object.fromEntries(
    columns.flatMap(({ field, header }) => (field ? [[field, header]] : [])),
  );
  const toValues = await importer.openRows(db, headers);
  const parse = rowParser(importer.sheet, columns, inspection.format === "csv");
  let staged: StagedRow[] = [];
  let total = 0;
  const flush = async () => {
    if (staged.length === 0) return true;
    const rows = staged;
    staged = [];
    total += rows.length;
    return ifMine(app, current, async (tx) => {
      await stageRows(tx, current.id, rows);
      await setImport(tx, current.id, sql`done = ${total}, total = greatest(total, ${total})`);
      return true;
    });
  };
  for await (const batch of readRows(path, choiceOf(inspection, current.choice), {
    knownHeaders,
    signal,
  })) {
    for (const row of batch) {
      const parsed = parse(row);
      const { values, issues } = toValues(parsed);
      staged.push({
        line: row.line,
        cells: row.cells,
        values,
        issues: [...parsed.issues, ...issues],
      });
    }
    if (staged.length >= ROWS_AT_ONCE && !(await flush())) return;
    signal.throwIfAborted();
  }
  if (await flush()) await plan(app, current, importer);
}

// A person may have changed the reading or the match meanwhile, or a worker that was taken for dead
// come back: only the last check that began may write. Answers null where that is another one.
async function ifMine<T>(
  app: App,
  { id, checkId }: Import,
  work: (tx: Db, latest: Import) => Promise<T>,
): Promise<T | null> {
  return app.database.db().transaction(async (tx) => {
    const latest = await lockImport(tx, id);
    const mine = latest?.checkId === checkId && ["READING", "CHECKING"].includes(latest.status);
    return mine ? work(tx, latest) : null;
  });
}

/** The columns with their fields: what a person chose before stays where the headers are the same. */
function matched(
  schema: SheetSchema,
  inspection: Inspection,
  before: readonly StoredColumn[],
): StoredColumn[] {
  const { headers } = inspection;
  const sameFile =
    before.length === headers.length &&
    headers.every((header, at) => header.text === before[at]?.header);
  if (sameFile) return [...before];
  const matches = matchColumns(
    headers.map(({ text, samples }) => ({ header: text, samples })),
    schema,
  );
  return headers.map(({ text, samples }, index): StoredColumn => {
    const { field, confidence } = matches[index] ?? { field: null, confidence: null };
    const fits = field !== null && samplesFit(schema, field, samples);
    return {
      index,
      header: text,
      samples: samples.slice(0, SAMPLES_FOR_MATCHING),
      field: fits ? field : null,
      confidence: fits ? confidence : null,
      rule: "OVERWRITE",
    };
  });
}

// A header alone can mislead: a "status" of warm and cold is not ours. A person can still choose it.
function samplesFit(schema: SheetSchema, field: string, samples: readonly string[]): boolean {
  const column = columnOf(schema, field);
  const given = samples.filter((sample) => sample.trim() !== "");
  return (
    column !== undefined &&
    (given.length === 0 || given.some((sample) => "value" in parseCell(column, sample, PLAIN)))
  );
}

async function plan(app: App, current: Import, importer: Importer): Promise<void> {
  await ifMine(app, current, async (tx, latest) => {
    await importer.plan(tx, {
      importId: current.id,
      matchKey: latest.matchKey,
      rules: Object.fromEntries(
        current.columns.flatMap(({ field, rule }) =>
          field ? [[importer.columnOf(field), rule]] : [],
        ),
      ),
    });
    await setImport(
      tx,
      current.id,
      sql`
      status = 'READY', problem = NULL,
      counts = (
        SELECT jsonb_build_object(
          'total', count(*), 'new', count(*) FILTER (WHERE class = 'NEW'),
          'update', count(*) FILTER (WHERE class = 'UPDATE'), 'unchanged', count(*) FILTER (WHERE class = 'UNCHANGED'),
          'duplicate', count(*) FILTER (WHERE class = 'DUPLICATE'), 'error', count(*) FILTER (WHERE class = 'ERROR'))
        FROM import_rows WHERE import_id = ${current.id}::uuid)`,
    );
  });
}
