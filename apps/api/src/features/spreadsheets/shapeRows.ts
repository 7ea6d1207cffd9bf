import { fillMerged } from "./mergedCells.js";
import { type CellIssue, columnLetters, holdsNothing, type RawRow, type Row } from "./row.js";

/** How rows become data rows: where they begin and how many cells each has. */
export interface Shape {
  /** Rows up to this line are not data. */
  headerRow: number;
  width: number;
  /** Cells of the header's own record; set for text files, where any other number is an error. */
  recordWidth: number | null;
}

/**
 * Cuts or fills a row to the headers' width. A text record with too few or too many cells is marked and
 * keeps every cell where it stands; a value to the right of the last header is told of. Null for rows
 * above the header and for empty ones; a row that holds values only beyond the headers is blank.
 */
export function shapeRow(raw: RawRow, shape: Shape): Row | null {
  if (raw.line <= shape.headerRow || holdsNothing(raw)) return null;
  const row = raw.merged ? fillMerged(raw, shape.headerRow) : raw;
  const { width } = shape;
  const issues: CellIssue[] =
    row.issues?.filter(({ column }) => column === null || column < width) ?? [];
  const ragged = shape.recordWidth === null ? null : raggedIssue(row, shape.recordWidth);
  if (ragged) issues.push(ragged);
  else {
    const beyond = firstBeyond(row, width);
    if (beyond) issues.push(beyond);
  }
  const cells = row.cells.length === width ? row.cells : row.cells.slice(0, width);
  while (cells.length < width) cells.push("");
  const shaped: Row = { line: row.line, cells };
  if (row.kinds !== undefined) {
    const kinds = row.kinds.slice(0, width).padEnd(width, "t");
    if (/[^t]/.test(kinds)) shaped.kinds = kinds;
  }
  if (issues.length > 0) shaped.issues = issues;
  return shaped;
}

function raggedIssue(row: RawRow, expected: number): CellIssue | null {
  let count = row.cells.length;
  if (count < expected) return { column: null, code: "tooFewCells", value: `${count}/${expected}` };
  // Delimiters at the end of a line with nothing between them shift nothing.
  while (count > expected && (row.cells[count - 1] ?? "").trim() === "") count -= 1;
  return count > expected
    ? { column: null, code: "tooManyCells", value: `${count}/${expected}` }
    : null;
}

function firstBeyond(row: RawRow, width: number): CellIssue | null {
  for (let column = width; column < row.cells.length; column += 1) {
    const text = (row.cells[column] ?? "").trim();
    if (text !== "") {
      return {
        column: null,
        code: "cellOutsideHeaders",
        value: `${columnLetters(column)}${row.line}`,
      };
    }
  }
  const far = row.issues?.find(({ column }) => column !== null && column >= width);
  return far?.column == null
    ? null
    : {
        column: null,
        code: "cellOutsideHeaders",
        value: `${columnLetters(far.column)}${row.line}`,
      };
}
