import { once } from "node:events";
import { finished } from "node:stream/promises";
import { from as copyFrom } from "pg-copy-streams";
import sql from "sql-template-tag";
import type { Db } from "../../../platform/database/db.js";
import type { RowIssue } from "../../../platform/sheets/importer.js";
import { isMarkedFooter } from "../../spreadsheets/footer.js";
import type { Row } from "../../spreadsheets/row.js";

/** The result of parsing a row's cells. */
export interface ReadCells {
  values: Record<string, unknown>;
  issues: readonly RowIssue[];
}

/** What parsing found out about a row besides its texts; null where all is plain valid text. */
export type StoredReading = Pick<Row, "kinds" | "issues"> | null;

/** The issue of a row that looks like the footer of its file: it is skipped until a person includes it. */
export const FOOTER = "looksLikeFooter";

const isFaulty = (issues: readonly RowIssue[]) =>
  issues.some(({ severity }) => severity === "error");

// COPY's text format: backslashes, tabs and line ends are escaped.
const ESCAPES: Readonly<Record<string, string>> = {
  "\\": "\\\\",
  "\t": "\\t",
  "\n": "\\n",
  "\r": "\\r",
};
const json = (value: unknown) =>
  JSON.stringify(value).replace(/[\\\t\n\r]/g, (char) => ESCAPES[char] ?? char);

/**
 * A row as a line of COPY into the staging table. Rows are kept as lines until they are written: as objects that outlive
 * the parsing of a few rows they would cost the garbage collector as much as the parsing itself.
 */
export function stagedLine(importId: string, row: Row, { values, issues }: ReadCells): string {
  const { line, cells, kinds, issues: found } = row;
  const reading = kinds || found ? json({ kinds, issues: found }) : "\\N";
  const faults = issues.length > 0 ? json(issues) : "\\N";
  return `${importId}\t${line}\t${json(cells)}\t${reading}\t${json(values)}\t${faults}\t${isFaulty(issues)}\t${isMarkedFooter(row)}\n`;
}

/** Copies lines to the staging table, given as bytes in pieces. */
export async function stageRows(db: Db, pieces: readonly Buffer[]): Promise<void> {
  const into = db.client.query(
    copyFrom(
      'COPY import_rows (import_id, line, cells, reading, "values", issues, faulty, left_out) FROM STDIN',
    ),
  );
  const done = finished(into);
  for (const piece of pieces) {
    if (!into.write(piece)) await Promise.race([once(into, "drain"), done]);
  }
  into.end();
  await done;
}

/** Writes the parsing results of cells that are in the staging table already. */
export async function restageRows(
  db: Db,
  importId: string,
  rows: readonly (ReadCells & { line: number })[],
): Promise<void> {
  const read = rows.map(({ line, values, issues }) => ({
    line,
    values,
    issues: issues.length > 0 ? issues : null,
    faulty: isFaulty(issues),
  }));
  await db.execute(sql`
    UPDATE import_rows r SET "values" = x."values", issues = x.issues, faulty = x.faulty
    FROM jsonb_to_recordset(${JSON.stringify(read)}::jsonb) AS x (line integer, "values" jsonb, issues jsonb, faulty boolean)
    WHERE r.import_id = ${importId}::uuid AND r.line = x.line`);
}
