import { columnLetters, isBlank, kindOf, type RawRow } from "./row.js";

/** A column of the file as the match page shows it. */
export interface Header {
  /** 0-based. */
  column: number;
  /** The spreadsheet's letters of the column. */
  letters: string;
  /** The header's text as the file has it, white space at its ends cut; empty where there is none. */
  text: string;
}

/** The position of the header and its texts. */
export interface Layout {
  /** Line of the lowest header row; 0 where the file has none. */
  headerRow: number;
  /** Line of the highest header row; the same as `headerRow` unless headers take several rows. */
  headerTop: number;
  headers: Header[];
}

/** What a person chose instead of the detected header. */
export interface HeaderChoice {
  /** 0 says that the file has no header. */
  headerRow?: number;
  headerTop?: number;
}

/** The number of rows from the top in which the header is looked for. */
const SEARCHED = 30;
/** Up to this many columns to the right of the last header count where rows have values. */
const COLUMNS_BEYOND = 20;

/**
 * Finds the header among the first rows of a file: the first row that is about as wide as the rows
 * below it and made of words, below title lines, together with rows above or below that share its work
 * (groups over merged cells, units). `known` tells a text that is a header for sure.
 */
export function findLayout(
  rows: RawRow[],
  choice: HeaderChoice = {},
  known: (text: string) => boolean = () => false,
): Layout {
  const filled = rows.filter((row) => !isBlank(row));
  if (choice.headerRow === 0) return { headerRow: 0, headerTop: 0, headers: bareHeaders(filled) };
  const bottom =
    choice.headerRow === undefined
      ? findHeader(filled, known)
      : filled.findIndex((row) => row.line === choice.headerRow);
  if (bottom < 0) return { headerRow: 0, headerTop: 0, headers: bareHeaders(filled) };
  const block =
    choice.headerRow === undefined
      ? headerBlock(filled, bottom)
      : chosenBlock(filled, bottom, choice);
  const lowest = block.at(-1);
  const highest = block[0];
  if (!lowest || !highest) return { headerRow: 0, headerTop: 0, headers: bareHeaders(filled) };
  const data = filled.filter((row) => row.line > lowest.line);
  return {
    headerRow: lowest.line,
    headerTop: highest.line,
    headers: joinHeaders(block, headerWidth(block, data)),
  };
}

function findHeader(rows: RawRow[], known: (text: string) => boolean): number {
  const searched = rows.slice(0, SEARCHED);
  const recognised = searched.map(
    (row) => row.cells.filter((cell) => cell !== "" && known(cell)).length,
  );
  const most = Math.max(0, ...recognised);
  if (most >= 2) return recognised.indexOf(most);
  const typical = typicalWidth(rows);
  // A row of words with fewer cells than the data: the header only if no better row follows.
  let sparse = -1;
  for (const [index, row] of searched.entries()) {
    const count = filledCells(row);
    if (count < Math.min(typical, 2) || count < typical * 0.5) continue;
    const words = wordShare(row);
    const below = rows.slice(index + 1, index + 21).map((next) => wordShare(next));
    const average = below.reduce((sum, share) => sum + share, 0) / Math.max(below.length, 1);
    const isHeader = words === 1 || (words >= 0.5 && words > average);
    // A complete row with values is where the data begins.
    if (count >= typical * 0.6) return isHeader ? index : sparse;
    if (isHeader && sparse < 0) sparse = index;
  }
  return sparse;
}

/** The header row with the rows directly above that group it and those directly below that continue it. */
function headerBlock(rows: RawRow[], found: number): RawRow[] {
  let top = found;
  let bottom = found;
  for (;;) {
    const above = rows[top - 1];
    const current = rows[top];
    if (!above || !current || above.line !== current.line - 1) break;
    if (
      filledCells(above) < 2 ||
      wordShare(above) < 1 ||
      filledCells(above) >= filledCells(current)
    )
      break;
    top -= 1;
  }
  let header = rows.slice(top, bottom + 1);
  for (;;) {
    const below = rows[bottom + 1];
    const after = rows[bottom + 2];
    if (!below || !after || !continuesHeader(header, below, bottom > found)) break;
    bottom += 1;
    header = rows.slice(top, bottom + 1);
  }
  return header;
}

/** A row continues the header where it begins blank, consists of words, and fills what the header left open. */
function continuesHeader(header: RawRow[], row: RawRow, begun: boolean): boolean {
  if ((row.cells[0] ?? "").trim() !== "" || wordShare(row, /\p{L}|%|\$|€/u) < 1) return false;
  const covered = (column: number): boolean =>
    header.some((above) => (above.cells[column] ?? "").trim() !== "");
  const opens = row.cells.some((cell, column) => cell.trim() !== "" && !covered(column));
  return opens || (begun && filledCells(row) * 2 <= row.cells.length + 1);
}

function chosenBlock(rows: RawRow[], bottom: number, choice: HeaderChoice): RawRow[] {
  const line = rows[bottom]?.line ?? 0;
  const top = Math.min(choice.headerTop ?? line, line);
  return rows.slice(0, bottom + 1).filter((row) => row.line >= top);
}

/**
 * One text per column: texts above one another are joined, except a group's label over several
 * columns, which is added only where the texts below it would be the same.
 */
function joinHeaders(block: RawRow[], width: number): Header[] {
  const own: string[] = [];
  const groups: string[] = [];
  for (let column = 0; column < width; column += 1) {
    const texts: string[] = [];
    let group = "";
    for (const [index, row] of block.entries()) {
      const text = (row.cells[column] ?? "").trim();
      const label = groupLabel(block, index, column);
      if (label !== null) group = label;
      else if (text !== "") texts.push(text);
    }
    own.push(texts.join(" "));
    groups.push(group);
  }
  const times = new Map<string, number>();
  for (const text of own) times.set(text, (times.get(text) ?? 0) + 1);
  return own.map((text, column) => {
    const group = groups[column] ?? "";
    const ambiguous = text === "" || (times.get(text) ?? 0) > 1;
    const whole = ambiguous && group !== "" ? `${group} ${text}`.trim() : text;
    return { column, letters: columnLetters(column), text: whole };
  });
}

/** The label that a row above the lowest one spreads over this column and its neighbours, if it does. */
function groupLabel(block: RawRow[], index: number, column: number): string | null {
  const row = block[index];
  if (!row || index === block.length - 1) return null;
  const below = (at: number): boolean =>
    block.slice(index + 1).some((deeper) => (deeper.cells[at] ?? "").trim() !== "");
  const text = (at: number): string => (row.cells[at] ?? "").trim();
  if (!below(column)) return null;
  if (text(column) !== "")
    return text(column + 1) === "" && below(column + 1) ? text(column) : null;
  for (let left = column - 1; left >= 0; left -= 1) {
    if (!below(left)) return null;
    if (text(left) !== "") return text(left);
  }
  return null;
}

function headerWidth(block: RawRow[], data: RawRow[]): number {
  const last = Math.max(...block.map(lastFilled)) + 1;
  let width = last;
  for (const row of data) {
    const end = lastFilled(row) + 1;
    if (end <= last + COLUMNS_BEYOND) width = Math.max(width, end);
  }
  return width;
}

function bareHeaders(rows: RawRow[]): Header[] {
  const widths = rows.map((row) => lastFilled(row) + 1).sort((a, b) => a - b);
  // One stray cell far to the right must not make thousands of columns.
  const usual = widths[Math.floor(widths.length * 0.9)] ?? 0;
  const width = Math.max(0, ...widths.filter((end) => end <= usual + COLUMNS_BEYOND));
  return Array.from({ length: width }, (_, column) => ({
    column,
    letters: columnLetters(column),
    text: "",
  }));
}

function lastFilled(row: RawRow): number {
  let last = row.cells.length - 1;
  while (last >= 0 && (row.cells[last] ?? "").trim() === "" && kindOf(row, last) === "t") last -= 1;
  return last;
}

function filledCells(row: RawRow): number {
  return row.cells.filter((cell) => cell.trim() !== "").length;
}

/** How many cells the upper half of the rows has at least. */
function typicalWidth(rows: RawRow[]): number {
  const counts = rows.map(filledCells).sort((a, b) => a - b);
  return counts[Math.floor(counts.length / 2)] ?? 0;
}

/** The share of a row's filled cells that are words rather than values. */
function wordShare(row: RawRow, word = /\p{L}/u): number {
  let filled = 0;
  let words = 0;
  for (const [column, cell] of row.cells.entries()) {
    const text = cell.trim();
    // Years are as often the name of a column as a value.
    if (text === "" || /^(19|20)\d\d$/.test(text)) continue;
    filled += 1;
    const value =
      kindOf(row, column) !== "t" ||
      text.length > 120 ||
      /@.+\.|^https?:|\d{4,}|^\W*\d+([.,/-]\d+)+/.test(text);
    if (!value && word.test(text)) words += 1;
  }
  return filled === 0 ? 0 : words / filled;
}
