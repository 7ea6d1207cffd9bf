import sql from "sql-template-tag";
import { z } from "zod";
import { demand } from "../../platform/authorize.js";
import type { Context } from "../../platform/context.js";
import { Invalid, NotFound } from "../../platform/errors.js";
import type { Importer } from "../../platform/importer.js";
import { parseId, parseInput } from "../../platform/parseInput.js";
import { importerOf } from "../../platform/sheetKinds.js";
import { insertRecord, type Subject } from "../../platform/write.js";
import { Import, type ImportStatus } from "./import.entity.js";
import type { CreateImportInput, ImportColumnInput, UpdateImportInput } from "./import.input.js";
import { lockImport, phase, setImport } from "./import.state.js";
import { CHECK_QUEUE, RUN_QUEUE, type StoredColumn } from "./import.stored.js";
import type { SheetChoice } from "./reading/sheetChoice.js";
import { textEncodings } from "./reading/text/encoding.js";
import { finish } from "./runImport.js";

const UNTOLD = [
  "choice",
  "inspection",
  "columns",
  "checkId",
  "problem",
  "counts",
  "result",
  "done",
  "total",
  "phaseStartedAt",
];
const subject: Subject<Import> = { type: Import, customerIdOf: () => null, untold: UNTOLD };

function allowedImporter(context: Context, kind: string): Importer {
  const importer = importerOf(kind);
  if (!importer) throw new Invalid([{ path: "kind", code: "not_in_list" }]);
  demand(context, importer.permission);
  return importer;
}

async function lockedIn(
  context: Context,
  id: string,
  statuses: readonly ImportStatus[],
): Promise<Import> {
  const current = await lockImport(context.db, parseId(id));
  if (!current) throw new NotFound("Import", id);
  allowedImporter(context, current.kind);
  if (!statuses.includes(current.status)) {
    throw new Invalid([{ path: "id", code: "import_status", params: { status: current.status } }]);
  }
  return current;
}

async function reload(context: Context, id: string): Promise<Import> {
  const current = await lockImport(context.db, id);
  if (!current) throw new NotFound("Import", id);
  return current;
}

/** Begins an import of an uploaded file. Throws Invalid where the file is not there or belongs to a customer. */
export async function createImport(context: Context, input: CreateImportInput): Promise<Import> {
  allowedImporter(context, input.kind);
  const file = await context.db.row<{ id: string; name: string }>(sql`
    SELECT id, name FROM files WHERE id = ${parseId(input.fileId, "fileId")} AND customer_id IS NULL AND deleted_at IS NULL`);
  if (!file) throw new Invalid([{ path: "fileId", code: "unknown_file" }]);
  const made = await insertRecord(context, subject, {
    kind: input.kind,
    status: "READING",
    fileId: file.id,
    fileName: file.name,
    userId: context.actor.kind === "USER" ? context.actor.id : null,
  });
  await context.app.jobs.enqueue(context.db, CHECK_QUEUE, made.id);
  return made;
}

const choiceSchema = z.object({
  sheet: z.string().max(200).optional(),
  headerRow: z.int().min(0).max(1_000_000).optional(),
  encoding: z.enum(textEncodings, "not_in_list").optional(),
  delimiter: z.enum([",", ";", "\t", "|"], "not_in_list").optional(),
});

function remap(
  importer: Importer,
  columns: readonly StoredColumn[],
  wanted: readonly ImportColumnInput[],
): StoredColumn[] {
  const byIndex = new Map(wanted.map((one) => [one.index, one]));
  const given = new Set(wanted.flatMap(({ field }) => field ?? []));
  const known = new Set(
    importer.sheet.columns.filter((column) => !column.exportOnly).map((column) => column.key),
  );
  for (const [at, { index, field }] of wanted.entries()) {
    if (!columns.some((column) => column.index === index)) {
      throw new Invalid([{ path: `columns.${at}.index`, code: "not_in_list" }]);
    }
    if (field != null && !known.has(field)) {
      throw new Invalid([{ path: `columns.${at}.field`, code: "not_in_list" }]);
    }
  }
  if (given.size < wanted.filter(({ field }) => field != null).length) {
    throw new Invalid([{ path: "columns", code: "field_twice" }]);
  }
  return columns.map((column) => {
    const want = byIndex.get(column.index);
    // A field that now goes elsewhere leaves the column that had it.
    if (!want)
      return column.field !== null && given.has(column.field)
        ? { ...column, field: null, confidence: null }
        : column;
    const field = want.field ?? null;
    return {
      ...column,
      field,
      confidence: field === null ? null : "exact",
      rule: want.rule ?? column.rule,
    };
  });
}

/** Changes how an import is read or matched, and has it checked anew. */
export async function updateImport(context: Context, input: UpdateImportInput): Promise<Import> {
  const current = await lockedIn(context, input.id, ["MATCHING", "CHECKING", "READY", "READING"]);
  const importer = allowedImporter(context, current.kind);
  const given = Object.fromEntries(
    (["sheet", "headerRow", "encoding", "delimiter"] as const).flatMap((key) =>
      input[key] == null ? [] : [[key, input[key]]],
    ),
  );
  const asked = parseInput(choiceSchema, given);
  const choice: SheetChoice = { ...current.choice, ...asked };
  // Another sheet has a header of its own.
  if (asked.sheet !== undefined && asked.headerRow === undefined) delete choice.headerRow;
  const columns = input.columns ? remap(importer, current.columns, input.columns) : current.columns;
  await setImport(
    context.db,
    current.id,
    sql`
    ${phase("CHECKING", current.total)}, choice = ${JSON.stringify(choice)}::jsonb,
    columns = ${JSON.stringify(columns)}::jsonb, match_key = ${input.matchKey ?? current.matchKey}, counts = NULL, check_id = NULL`,
  );
  await context.app.jobs.enqueue(context.db, CHECK_QUEUE, current.id);
  return reload(context, current.id);
}

/** Starts to apply the plan; asked twice, it runs once. */
export async function runImport(context: Context, id: string): Promise<Import> {
  const current = await lockedIn(context, id, ["READY", "RUNNING", "DONE"]);
  if (current.status !== "READY") return current;
  await setImport(context.db, current.id, phase("RUNNING", current.counts?.total ?? 0));
  await context.app.jobs.enqueue(context.db, RUN_QUEUE, current.id);
  return reload(context, current.id);
}

/** Ends an import; what was applied stays. */
export async function cancelImport(context: Context, id: string): Promise<Import> {
  const current = await lockedIn(context, id, [
    "READING",
    "MATCHING",
    "CHECKING",
    "READY",
    "RUNNING",
    "PAUSED",
  ]);
  await finish(context.db, current.id, sql`status = 'CANCELLED'`);
  return reload(context, current.id);
}

const UNDO_DAYS = 30;

/** Takes back what an import did and nobody changed since, for 30 days. */
export async function undoImport(context: Context, id: string): Promise<Import> {
  const current = await lockedIn(context, id, ["DONE", "CANCELLED", "FAILED"]);
  const importer = allowedImporter(context, current.kind);
  if (context.now.getTime() - current.updatedAt.getTime() > UNDO_DAYS * 24 * 60 * 60 * 1000) {
    throw new Invalid([{ path: "id", code: "undo_expired", params: { days: UNDO_DAYS } }]);
  }
  await importer.undo(context, current.id);
  await setImport(context.db, current.id, sql`status = 'UNDONE'`);
  return reload(context, current.id);
}
