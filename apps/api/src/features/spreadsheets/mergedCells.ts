import { isBlank, kindOf, type MergedValue, type RawRow, shorten } from "./row.js";

/** A block of merged cells over several rows: its first and last line, and its first column (0-based). */
export interface MergedBlock {
  top: number;
  bottom: number;
  column: number;
}

/** Follows the merged cells of a sheet from row to row, from the top to the bottom. */
export class MergedCells {
  private readonly starting = new Map<number, MergedBlock[]>();
  // A column is in one block at a time: however many blocks a file claims, a row looks at no more than its columns.
  private readonly open = new Map<number, MergedValue & { bottom: number }>();

  constructor(blocks: readonly MergedBlock[] = []) {
    for (const block of blocks)
      this.starting.set(block.top, [...(this.starting.get(block.top) ?? []), block]);
  }

  /** Lets a block begin whose rows were not known before. */
  begin(block: MergedBlock): void {
    this.starting.set(block.top, [...(this.starting.get(block.top) ?? []), block]);
  }

  /** Gives a row the values of the cells that it is merged with. Rows must come in their order. */
  follow(row: RawRow): void {
    const { line } = row;
    const values: MergedValue[] = [];
    for (const [column, { bottom, ...value }] of this.open) {
      if (bottom < line) this.open.delete(column);
      else values.push(value);
    }
    if (values.length > 0) row.merged = values;
    for (const { column, bottom } of this.starting.get(line) ?? []) {
      const text = row.cells[column] ?? "";
      if (text !== "")
        this.open.set(column, { column, top: line, bottom, text, kind: kindOf(row, column) });
    }
    this.starting.delete(line);
  }
}

/**
 * Fills the cells of a data row that are merged with cells above, and says so. What reaches down from the header or from
 * above it is no value, and a row that has nothing of its own stays empty.
 */
export function fillMerged(row: RawRow, headerRow: number): RawRow {
  if (!row.merged || isBlank(row)) return row;
  const cells = [...row.cells];
  const kinds = Array.from(cells, (_, column): string => kindOf(row, column));
  const issues = [...(row.issues ?? [])];
  for (const { column, top, text, kind } of row.merged) {
    if (top <= headerRow || (cells[column] ?? "") !== "") continue;
    while (cells.length <= column) {
      cells.push("");
      kinds.push("t");
    }
    cells[column] = text;
    kinds[column] = kind;
    issues.push({ column, code: "mergedCell", value: shorten(text) });
  }
  return { line: row.line, cells, kinds: kinds.join(""), ...(issues.length > 0 && { issues }) };
}
