import { once } from "node:events";
import { finished } from "node:stream/promises";
import { from as copyFrom } from "pg-copy-streams";
import sql from "sql-template-tag";
import type { Db } from "../../../platform/database/db.js";
import type { RowIssue } from "../../../platform/sheets/importer.js";
import { isMarkedFooter } from "../../spreadsheets/footer.js";
import type { Row } from "../../spreadsheets/row.js";

/** What was made of a row's cells. */
export interface ReadCells {
  values: Record<string, unknown>;
  issues: readonly RowIssue[];
}

/** What reading told of a row next to its texts; null where all is plain text and well. */
export type StoredReading = Pick<Row, "kinds" | "issues"> | null;

/** The issue of a row that seems to be the footer of its file: it is left out, until a person takes it in. */
export const FOOTER = "looksLikeFooter";

const isFaulty = (issues: readonly RowIssue[]) =>
  issues.some(({ severity }) => severity === "error");

// COPY's text format: backslash, tab and line ends are written as escapes.
const ESCAPES: Readonly<Record<string, string>> = {
  "\\": "\\\\",
  "\t": "\\t",
  "\n": "\\n",
  "\r": "\\r",
};
const json = (value: unknown) =>
  JSON.stringify(value).replace(/[\\\t\n\r]/g, (char) => ESCAPES[char] ?? char);

/**
 * A row as a line of COPY into the staging table. Rows are kept as lines until they are written: objects that outlive
 * the reading of a few rows cost the garbage collector as much as the reading does.
 */
export function stagedLine(importId: string, row: Row, { values, issues }: ReadCells): string {
  const { line, cells, kinds, issues: found } = row;
  const reading = kinds || found ? json({ kinds, issues: found }) : "\\N";
  const faults = issues.length > 0 ? json(issues) : "\\N";
  return `${importId}\t${line}\t${json(cells)}\t${reading}\t${json(values)}\t${faults}\t${isFaulty(issues)}\t${isMarkedFooter(row)}\n`;
}

/** Copies lines into the staging table. */
export async function stageRows(db: Db, lines: readonly string[]): Promise<void> {
  const into = db.client.query(
    copyFrom(
      'COPY import_rows (import_id, line, cells, reading, "values", issues, faulty, left_out) FROM STDIN',
    ),
  );
  const done = finished(into);
  if (!into.write(lines.join(""))) {
    await Promise.race([once(into, "drain"), done]);
  }
  into.end();
  await done;
}

/** Writes what was made of cells that stand in the staging table already. */
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
