import { givenBy } from "@clientela/shared/sheets/sheet";
import sql from "sql-template-tag";
import type { App } from "../../../platform/app.js";
import type { Db } from "../../../platform/database/db.js";
import type { RecordScope } from "../../../platform/database/recordScope.js";
import type { Importer, RowIssue } from "../../../platform/sheets/importer.js";
import { readOrganisation } from "../../organisation/readOrganisation.js";
import type { Row } from "../../spreadsheets/row.js";
import type { Import } from "../import.entity.js";
import { lockImport, setImport, stopped } from "../importState.js";
import { missingSource } from "../matching/idSource.js";
import { openConvention } from "../parsing/conventions.js";
import { rowParser } from "../parsing/parseRow.js";
import type { StoredProblem } from "../storedImport.js";
import type { ReadCells } from "./staging.js";

/** A running check. */
export interface Check {
  app: App;
  import: Import;
  importer: Importer;
  /** Whose records its rows are matched with; null for all. */
  scope: RecordScope | null;
  signal: AbortSignal;
}

/** Another check replaced this one; its result is discarded. */
export class Outdated extends Error {
  override readonly name = "Outdated";
}

/**
 * Lets a check write unless another one has started: someone may have changed the conventions or the columns, or
 * a worker that was presumed dead come back. Returns null in that case.
 */
export async function ifMine<T>(
  db: Db,
  { id, checkId }: Import,
  work: (tx: Db) => Promise<T>,
): Promise<T | null> {
  return db.transaction(async (tx) => {
    const latest = await lockImport(tx, id);
    const isMine = latest?.checkId === checkId && ["READING", "CHECKING"].includes(latest.status);
    return isMine ? work(tx) : null;
  });
}

/** What a person has to match or choose before rows can be parsed; null where nothing is missing. */
export function missingMatch(
  { sheet }: Importer,
  { columns, idSource }: Pick<Import, "columns" | "idSource">,
): StoredProblem | null {
  const fields = new Set(columns.map(({ field }) => field));
  const isThere = (key: string) => givenBy(sheet, key, fields).length > 0;
  const missing = sheet.columns.find(({ required, key }) => required && !isThere(key));
  if (missing) return { code: "matchRequired", params: { fields: missing.key } };
  const { needsOneOf } = sheet;
  return !needsOneOf || needsOneOf.some(isThere)
    ? (missingSource(sheet, { columns, idSource }) ?? openConvention(sheet, columns))
    : { code: "matchOneOf", params: { fields: needsOneOf.join(" ") } };
}

/** Makes the import wait for a person, who has to match a column first. */
export async function waitForMatch(
  { app, import: current }: Check,
  problem: StoredProblem,
): Promise<void> {
  await ifMine(app.database.db(), current, (tx) =>
    setImport(
      tx,
      current.id,
      sql`${stopped("MATCHING", problem)}, id_source = ${current.idSource}, id_source_reason = ${current.idSourceReason}`,
    ),
  );
}

/** Prepares the parsing of rows for the fields that the columns go to. */
export async function openCells({
  app,
  import: current,
  importer,
}: Check): Promise<(row: Row) => ReadCells> {
  const { columns, inspection } = current;
  const db = app.database.db();
  const organisation = await readOrganisation(app, db);
  const toValues = await importer.openRows(db, organisation, current.idSource);
  const parse = rowParser(importer.sheet, columns, inspection?.format === "csv");
  return (row) => {
    const parsed = parse(row);
    const { values, issues } = toValues(parsed);
    if (issues.length === 0) return { values, issues: parsed.issues };
    const { stoodIn } = parsed;
    const placed = stoodIn.size === 0 ? issues : issues.map((issue) => placedBy(stoodIn, issue));
    return { values, issues: [...parsed.issues, ...placed] };
  };
}

function placedBy(stoodIn: ReadonlyMap<string, number>, issue: RowIssue): RowIssue {
  const column = issue.field === null ? undefined : stoodIn.get(issue.field);
  return column === undefined ? issue : { ...issue, column };
}
