import { cellIssue, cleanText } from "../cellText.js";
import type { CellIssue, KindLetter, RawRow } from "../row.js";
import type { RowSource } from "../source.js";

/** A value of a record, and what it is. */
export interface RecordValue {
  text: string;
  kind?: KindLetter;
}

/** A record of a file without columns of its own, by the name of its field. */
export interface FileRecord {
  line: number;
  values: ReadonlyMap<string, RecordValue>;
}

const BATCH = 500;

/**
 * Records as a table: a header of all their fields in line 1, and a row for each one line further down than it stands.
 * `records` is walked twice.
 */
export async function recordSource(
  format: "vcf" | "jsonl" | "ofx",
  records: () => AsyncGenerator<FileRecord>,
): Promise<RowSource> {
  const fields = new Set<string>();
  let count = 0;
  for await (const { values } of records()) {
    count += 1;
    for (const field of values.keys()) fields.add(field);
  }
  const headers = [...fields];
  let taken = 0;
  return {
    format,
    text: null,
    doubt: null,
    sheets: [{ name: "", hidden: false, readable: true, empty: count === 0 }],
    progress: () => taken / Math.max(1, count),
    close: async () => {},
    async *rows() {
      let batch: RawRow[] = [{ line: 1, cells: headers }];
      for await (const record of records()) {
        batch.push(rowOf(record, headers));
        taken += 1;
        if (batch.length < BATCH) continue;
        yield batch;
        batch = [];
      }
      if (batch.length > 0) yield batch;
    },
  };
}

function rowOf({ line, values }: FileRecord, headers: readonly string[]): RawRow {
  const issues: CellIssue[] = [];
  const cells = headers.map((header, column) => {
    const { text, issue } = cleanText(values.get(header)?.text ?? "");
    if (issue) issues.push(cellIssue(column, issue, text));
    return text;
  });
  const kinds = headers.map((header) => values.get(header)?.kind ?? "t").join("");
  return {
    line: line + 1,
    cells,
    ...(/[^t]/.test(kinds) && { kinds }),
    ...(issues.length > 0 && { issues }),
  };
}
