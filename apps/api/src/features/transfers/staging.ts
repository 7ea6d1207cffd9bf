import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { from as copyFrom } from "pg-copy-streams";
import type { Db } from "../../platform/db.js";
import type { RowIssue } from "../../platform/importer.js";

/** A row as it is staged. */
export interface StagedRow {
  line: number;
  cells: readonly string[];
  values: Record<string, unknown>;
  issues: readonly RowIssue[];
}

// COPY's text format: backslash, tab and line ends are written as escapes.
const escapeCopy = (text: string) =>
  text.replace(/[\\\t\n\r]/g, (char) =>
    char === "\\" ? "\\\\" : char === "\t" ? "\\t" : char === "\n" ? "\\n" : "\\r",
  );

/** Writes rows into the staging table by COPY; a row with an error is classed as one. */
export async function stageRows(
  db: Db,
  importId: string,
  rows: readonly StagedRow[],
): Promise<void> {
  const lines = rows.map(({ line, cells, values, issues }) => {
    const failed = issues.some((issue) => issue.severity === "error");
    return `${importId}\t${line}\t${escapeCopy(JSON.stringify(cells))}\t${escapeCopy(JSON.stringify(values))}\t${escapeCopy(JSON.stringify(issues))}\t${failed ? "ERROR" : "\\N"}\n`;
  });
  const into = db.client.query(
    copyFrom('COPY import_rows (import_id, line, cells, "values", issues, class) FROM STDIN'),
  );
  await pipeline(Readable.from(lines), into);
}
