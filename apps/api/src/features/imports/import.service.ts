import { isDeepStrictEqual } from "node:util";
import sql from "sql-template-tag";
import { z } from "zod";
import { type Context, personBehind } from "../../platform/context.js";
import { cancelWork } from "../../platform/database/cancellableWork.js";
import { Invalid } from "../../platform/errors.js";
import { parseId, parseInput } from "../../platform/graph/parseInput.js";
import { insertRecord, type Subject } from "../../platform/records/write.js";
import { textEncodings } from "../spreadsheets/csv/encoding.js";
import { textQuotings } from "../spreadsheets/csv/quoting.js";
import type { SheetChoice } from "../spreadsheets/sheetChoice.js";
import { Import } from "./import.entity.js";
import type { CreateImportInput, UpdateImportInput } from "./import.input.js";
import { allowedImporter, lockedIn, refusedByStatus, reload } from "./importAccess.js";
import { namedRecordType } from "./importKind.js";
import { phase, setImport, workOf } from "./importState.js";
import { chosenSource, type IdSource } from "./matching/idSource.js";
import { asKnown, asKnownFields, knownSources } from "./matching/knownSources.js";
import { remap } from "./matching/remap.js";
import { rememberMatch } from "./matching/remember.js";
import { finish } from "./run/runImport.js";
import { undoNext } from "./run/runUndo.js";
import {
  CHECK_QUEUE,
  RUN_QUEUE,
  readingOf,
  type Stale,
  type StoredColumn,
  staler,
  UNDO_QUEUE,
} from "./storedImport.js";

/** The longest name of a source, in characters. */
const MAX_SOURCE = 100;

const EXCLUDED_FIELDS = [
  "choice",
  "recordAccess",
  "inspection",
  "columns",
  "checkId",
  "stale",
  "touched",
  "problem",
  "problems",
  "counts",
  "result",
  "done",
  "total",
  "phaseStartedAt",
  "appliedLine",
  "undoneLine",
];
const subject: Subject<Import, "Import"> = {
  type: Import,
  name: "Import",
  parentIdOf: () => null,
  excludedFields: EXCLUDED_FIELDS,
};

/** Starts an import of an uploaded file. Throws Invalid where the file does not exist or belongs to a customer. */
export async function createImport(context: Context, input: CreateImportInput): Promise<Import> {
  const { recordType } = allowedImporter(context, namedRecordType(input));
  const file = await context.db.row<{ id: string; name: string }>(sql`
    SELECT id, name FROM files WHERE id = ${parseId(input.fileId, "fileId")} AND customer_id IS NULL AND deleted_at IS NULL`);
  if (!file) throw new Invalid([{ path: "fileId", code: "unknown_file" }]);
  const made = await insertRecord(context, subject, {
    recordType,
    status: "READING",
    fileId: file.id,
    fileName: file.name,
    userId: personBehind(context.actor),
    recordAccess: context.actor.scope?.access ?? "ALL",
    stale: "FILE",
    ...(await wantedSource(context, input.idSource)),
  });
  await context.app.jobs.enqueue(context.db, CHECK_QUEUE, made.id);
  return made;
}

const sourceSchema = z.object({
  idSource: z.string().trim().min(1, "required").max(MAX_SOURCE, "too_long").nullish(),
});

// Absent fields keep their values; null has them determined again.
async function wantedSource(
  { db }: Context,
  input: string | null | undefined,
): Promise<Partial<IdSource>> {
  const { idSource } = parseInput(sourceSchema, { idSource: input });
  if (idSource === undefined) return {};
  return idSource === null
    ? { idSource: null, idSourceReason: null }
    : { idSource: asKnown(await knownSources(db), idSource), idSourceReason: "CHOSEN" };
}

const choiceSchema = z.object({
  sheet: z.string().max(200).optional(),
  headerRow: z.int().min(0).max(1_000_000).optional(),
  encoding: z.enum(textEncodings, "not_in_list").optional(),
  delimiter: z.enum([",", ";", "\t", "|"], "not_in_list").optional(),
  quoting: z.enum(textQuotings, "not_in_list").optional(),
  acceptReplacement: z.boolean().optional(),
});

/** Changes how an import is parsed or matched, and checks it again. */
export async function updateImport(context: Context, input: UpdateImportInput): Promise<Import> {
  const current = await lockedIn(context, input.id, [
    "MATCHING",
    "CHECKING",
    "READY",
    "READING",
    "FAILED",
  ]);
  if (current.status === "FAILED" && current.appliedLine > 0) {
    throw refusedByStatus(current);
  }
  const importer = allowedImporter(context, current.recordType);
  const given = Object.fromEntries(
    (
      ["sheet", "headerRow", "encoding", "delimiter", "quoting", "acceptReplacement"] as const
    ).flatMap((key) => (input[key] == null ? [] : [[key, input[key]]])),
  );
  const wanted = parseInput(choiceSchema, given);
  const choice: SheetChoice = { ...current.choice, ...wanted };
  // Another worksheet has its own header row.
  if (wanted.sheet !== undefined && wanted.headerRow === undefined) delete choice.headerRow;
  // Characters that are lost in one encoding may not be in another.
  if (wanted.encoding !== undefined && !wanted.acceptReplacement) delete choice.acceptReplacement;
  const columns = input.columns
    ? remap(importer.sheet, current.columns, await asKnownFields(context.db, input.columns))
    : current.columns;
  const source = { ...sourceNow(current), ...(await wantedSource(context, input.idSource)) };
  const isSource = source.idSource === current.idSource;
  const stale = staler(
    current.stale,
    isSource
      ? whatIsStale(current, choice, columns)
      : staler("MATCH", whatIsStale(current, choice, columns)),
  );
  await cancelWork(context.db, workOf(current.id));
  await setImport(
    context.db,
    current.id,
    sql`
    ${phase("CHECKING", current.total)}, choice = ${JSON.stringify(choice)}::jsonb, stale = ${stale}, touched = NULL, check_id = NULL,
    columns = ${JSON.stringify(columns)}::jsonb, match_key = ${input.matchKey ?? current.matchKey}, counts = NULL,
    id_source = ${source.idSource}, id_source_reason = ${source.idSourceReason}, finished_at = NULL, result = NULL`,
  );
  await context.app.jobs.enqueue(context.db, CHECK_QUEUE, current.id);
  return reload(context, current.id);
}

const sourceNow = ({ idSource, idSourceReason }: Import): IdSource => ({
  idSource,
  idSourceReason,
});

function whatIsStale(
  current: Import,
  choice: SheetChoice,
  columns: readonly StoredColumn[],
): Stale {
  if (!isDeepStrictEqual(choice, current.choice)) return "FILE";
  return isDeepStrictEqual(readingOf(columns), readingOf(current.columns)) ? "PLAN" : "MATCH";
}

/** Starts to apply the plan; idempotent. Throws Invalid while rows are undecided that are not to be skipped. */
export async function runImport(
  context: Context,
  id: string,
  skipUndecided: boolean,
): Promise<Import> {
  const current = await lockedIn(context, id, ["READY", "RUNNING", "PAUSED", "DONE"]);
  if (current.status !== "READY") return current;
  const undecided = current.counts?.undecided ?? 0;
  if (undecided > 0 && !skipUndecided) {
    throw new Invalid([{ path: "id", code: "import_undecided", params: { rows: undecided } }]);
  }
  await rememberMatch(context.db, current.recordType, current, chosenSource(current));
  await setImport(context.db, current.id, phase("RUNNING", current.counts?.total ?? 0));
  await context.app.jobs.enqueue(context.db, RUN_QUEUE, current.id);
  return reload(context, current.id);
}

/** Pauses an import after the current rows; idempotent. */
export async function pauseImport(context: Context, id: string): Promise<Import> {
  const current = await lockedIn(context, id, ["RUNNING", "PAUSED"]);
  if (current.status === "PAUSED") return current;
  await setImport(context.db, current.id, sql`status = 'PAUSED'`);
  return reload(context, current.id);
}

/** Resumes a paused import. */
export async function resumeImport(context: Context, id: string): Promise<Import> {
  const current = await lockedIn(context, id, ["PAUSED", "RUNNING"]);
  if (current.status === "RUNNING") return current;
  // Its rate is counted from here, without what was done before.
  await setImport(context.db, current.id, sql`status = 'RUNNING', phase_started_at = now()`);
  await context.app.jobs.enqueue(context.db, RUN_QUEUE, current.id);
  return reload(context, current.id);
}

/** Cancels an import at once: the current chunk is rolled back, and what was applied before is kept. */
export async function cancelImport(context: Context, id: string): Promise<Import> {
  await endChunk(context, parseId(id));
  const current = await lockedIn(context, id, [
    "READING",
    "MATCHING",
    "CHECKING",
    "READY",
    "RUNNING",
    "PAUSED",
  ]);
  await finish(context.db, current.id, sql`status = 'CANCELLED'`);
  await cancelWork(context.db, workOf(current.id));
  return reload(context, current.id);
}

// A running chunk holds the lock on the import; this would wait for it.
async function endChunk(context: Context, id: string): Promise<void> {
  const { db } = context;
  const running = await db.row<{ recordType: string }>(sql`
    SELECT record_type AS "recordType" FROM imports WHERE id = ${id}::uuid AND status = 'RUNNING'`);
  if (!running) return;
  allowedImporter(context, running.recordType);
  const free = await db.row(sql`
    SELECT 1 FROM imports WHERE id = ${id}::uuid FOR UPDATE SKIP LOCKED`);
  if (!free) await cancelWork(db, workOf(id));
}

const UNDO_DAYS = 30;
const DAY_MS = 24 * 60 * 60 * 1000;
/** Up to this many rows are reverted at once; more of them in the background. */
const UNDONE_AT_ONCE = 2_000;

/** Reverts what an import did and nobody has changed since; possible for 30 days. */
export async function undoImport(context: Context, id: string): Promise<Import> {
  const current = await lockedIn(context, id, ["DONE", "CANCELLED", "FAILED", "UNDOING"]);
  if (current.status === "UNDOING") return current;
  const since = current.finishedAt ?? current.updatedAt;
  if (context.now.getTime() - since.getTime() > UNDO_DAYS * DAY_MS) {
    throw new Invalid([{ path: "id", code: "undo_expired", params: { days: UNDO_DAYS } }]);
  }
  const { created = 0, updated = 0 } = current.result ?? {};
  const by = personBehind(context.actor);
  await setImport(
    context.db,
    current.id,
    sql`${phase("UNDOING", current.total)}, undone_by_id = ${by}::uuid`,
  );
  if (created + updated > UNDONE_AT_ONCE) {
    await context.app.jobs.enqueue(context.db, UNDO_QUEUE, current.id);
  } else {
    while (await undoNext(context, await reload(context, current.id)));
  }
  return reload(context, current.id);
}
