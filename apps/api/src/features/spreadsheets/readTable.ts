import { type ColumnProfile, ColumnProfiler } from "@clientela/shared/matching/columnProfile";
import { headerKey } from "@clientela/shared/matching/headerWords";
import { FOOTER_ROWS, isMarkedFooter, markFooter, RowsAmid } from "./footer.js";
import { findLayout, type Layout } from "./headerRow.js";
import type { ReadLimits } from "./limits.js";
import { openSource, pickSheet } from "./openSource.js";
import { ReadError } from "./readError.js";
import { holdsNothing, isBlank, kindOf, type RawRow, type Row, shorten } from "./row.js";
import { type Shape, shapeRow } from "./shapeRows.js";
import type {
  FileInspection,
  Inspection,
  ReadSummary,
  SampledHeader,
  SheetChoice,
} from "./sheetChoice.js";
import { hasSheets } from "./sheetFormat.js";
import type { RowSource } from "./source.js";

/** The number of rows from the top that the layout is detected from. */
const LOOKED_AT = 200;
const PREVIEWED = 30;
const PREVIEWED_COLUMNS = 50;
const SAMPLES = 3;

/** Inspects the beginning of a file; runs in the child. See `inspectFile`. */
export async function inspectTable(
  path: string,
  choice: SheetChoice,
  limits: ReadLimits,
  knownHeaders: string[],
): Promise<FileInspection> {
  const source = await openSource(path, choice, limits, true);
  const rows: RawRow[] = [];
  try {
    return await inspectSource(source, rows, choice, limits, knownHeaders);
  } catch (error) {
    if (!(error instanceof ReadError)) throw error;
    throw new ReadError(error.code, error.params, {
      cause: error,
      seen: seenOf(source, rows, choice),
    });
  } finally {
    await source.close();
  }
}

/** The layout of a file whose selected sheet has no table where it was looked for. */
function seenOf(source: RowSource, rows: RawRow[], { sheet, headerRow }: SheetChoice): Inspection {
  return {
    ...traitsOf(source),
    sheet: sheet ?? null,
    headerRow: headerRow ?? 0,
    headerTop: headerRow ?? 0,
    headers: [],
    preview: rows.slice(0, PREVIEWED).map((row) => previewRow(row, PREVIEWED_COLUMNS)),
    rowEstimate: 0,
    rowEstimateIsExact: false,
  };
}

function traitsOf({ format, text, doubt, sheets }: RowSource) {
  return {
    format,
    encoding: text?.encoding ?? null,
    delimiter: text?.delimiter ?? null,
    quoting: text?.quoting ?? null,
    doubt,
    sheets: hasSheets(format) ? sheets : [],
  };
}

async function inspectSource(
  source: RowSource,
  rows: RawRow[],
  choice: SheetChoice,
  limits: ReadLimits,
  knownHeaders: string[],
): Promise<FileInspection> {
  const sheet = pickSheet(source, choice.sheet);
  let atEnd = true;
  for await (const batch of source.rows(sheet)) {
    for (const row of batch) if (!holdsNothing(row)) rows.push(row);
    if (rows.length > LOOKED_AT && source.progress() < 1) {
      atEnd = false;
      break;
    }
  }
  const { layout, shape } = layOut(rows.slice(0, LOOKED_AT), source, choice, limits, knownHeaders);
  const data = rows
    .map((row) => shapeRow(row, shape))
    .filter((row) => row !== null)
    .filter((row) => !isBlank(row));
  if (data.length === 0) throw new ReadError("headerOnly", { row: layout.headerRow });
  const amid = rowsAmid(layout);
  for (const row of data) amid.look(row);
  if (atEnd) markFooter(data);
  const profilers = layout.headers.map(() => new ColumnProfiler());
  for (const row of data) profileRow(row, profilers);
  const profiles = profilers.map((profiler) => profiler.profile());
  const estimate = atEnd
    ? data.length
    : Math.round(data.length / Math.max(source.progress(), 1e-6));
  return {
    ...traitsOf(source),
    sheet: hasSheets(source.format) ? (source.sheets[sheet]?.name ?? null) : null,
    headerRow: layout.headerRow,
    headerTop: layout.headerTop,
    headers: withSamples(layout, profiles),
    preview: rows.slice(0, PREVIEWED).map((row) => previewRow(row, shape.width)),
    rowEstimate: Math.max(estimate, data.length),
    rowEstimateIsExact: atEnd,
    profiles,
  };
}

function profileRow(row: Row, profilers: readonly ColumnProfiler[]): void {
  if (isMarkedFooter(row)) return;
  for (const [at, profiler] of profilers.entries()) {
    const cell = row.cells[at];
    // The format of a cell with a real number or date is unambiguous.
    if (cell) profiler.add(cell, row.kinds === undefined || kindOf(row, at) === "t");
  }
}

/** All data rows in batches, and a summary at the end; runs in the child. See `readRows`. */
export async function* readTable(
  path: string,
  choice: SheetChoice,
  limits: ReadLimits,
  knownHeaders: string[],
): AsyncGenerator<Row[], ReadSummary> {
  const source = await openSource(path, choice, limits, false);
  try {
    if (source.doubt) {
      const { code, line, value } = source.doubt;
      throw new ReadError(code, { line, value, encoding: source.text?.encoding ?? "" });
    }
    const summary: ReadSummary = { rows: 0, rowsOutsideHeaders: 0, profiles: [] };
    const profilers: ColumnProfiler[] = [];
    let first: RawRow[] | null = [];
    let shape: Shape | null = null;
    let amid: RowsAmid | null = null;
    const shapeAll = (rows: RawRow[], by: Shape): Row[] => {
      const shaped: Row[] = [];
      while (profilers.length < by.width) profilers.push(new ColumnProfiler());
      for (const row of rows) {
        const data = shapeRow(row, by);
        if (!data) continue;
        if (isBlank(data)) summary.rowsOutsideHeaders += 1;
        else {
          amid?.look(data);
          shaped.push(data);
        }
      }
      summary.rows += shaped.length;
      if (summary.rows > limits.maxRows)
        throw new ReadError("tooManyRows", { limit: limits.maxRows });
      return shaped;
    };
    const begin = (rows: RawRow[]): Shape => {
      const found = layOut(rows, source, choice, limits, knownHeaders);
      amid = rowsAmid(found.layout);
      return found.shape;
    };
    // Whether the last rows are a footer is known at the end only.
    const held: Row[] = [];
    const release = (rows: Row[], count: number): Row[] => {
      held.push(...rows);
      const released = held.splice(0, Math.max(held.length - count, 0));
      for (const row of released) profileRow(row, profilers);
      return released;
    };
    for await (const batch of source.rows(pickSheet(source, choice.sheet))) {
      if (first) {
        for (const row of batch) if (!holdsNothing(row)) first.push(row);
        if (first.length <= LOOKED_AT) continue;
      }
      shape ??= begin((first ?? []).slice(0, LOOKED_AT));
      const released = release(shapeAll(first ?? batch, shape), FOOTER_ROWS);
      first = null;
      if (released.length > 0) yield released;
    }
    const rest = first ? shapeAll(first, begin(first)) : [];
    held.push(...rest);
    markFooter(held);
    const last = release([], 0);
    if (last.length > 0) yield last;
    summary.profiles = profilers.map((profiler) => profiler.profile());
    return summary;
  } finally {
    await source.close();
  }
}

const rowsAmid = ({ headers }: Layout): RowsAmid => new RowsAmid(headers.map(({ text }) => text));

function layOut(
  rows: RawRow[],
  source: RowSource,
  choice: SheetChoice,
  limits: ReadLimits,
  knownHeaders: string[],
): { layout: Layout; shape: Shape } {
  if (rows.length === 0)
    throw new ReadError(source.format === "csv" ? "emptyFile" : "noUsableColumns");
  if (choice.headerRow && !rows.some((row) => row.line === choice.headerRow)) {
    throw new ReadError("headerRowNotFound", { row: choice.headerRow });
  }
  const known = new Set(knownHeaders.map(headerKey));
  const found = findLayout(rows, choice, (text) => known.has(headerKey(text)));
  const recordWidth = source.format === "csv" ? textWidth(rows, found) : null;
  const headers = recordWidth === null ? found.headers : found.headers.slice(0, recordWidth);
  if (headers.length === 0) throw new ReadError("noUsableColumns");
  if (headers.length > limits.maxColumns) {
    throw new ReadError("tooManyColumns", { row: found.headerRow || 1, limit: limits.maxColumns });
  }
  return {
    layout: { ...found, headers },
    shape: { headerRow: found.headerRow, width: headers.length, recordWidth },
  };
}

/** The number of cells of a record in a text file: as many as headers, else as most records have. */
function textWidth(rows: RawRow[], layout: Layout): number {
  if (layout.headerRow > 0) {
    const header = rows.filter(
      (row) => row.line >= layout.headerTop && row.line <= layout.headerRow,
    );
    return Math.max(...header.map((row) => row.cells.length));
  }
  const seen = new Map<number, number>();
  for (const row of rows) seen.set(row.cells.length, (seen.get(row.cells.length) ?? 0) + 1);
  return [...seen].reduce((best, next) => (next[1] > best[1] ? next : best))[0];
}

function withSamples(layout: Layout, profiles: readonly ColumnProfile[]): SampledHeader[] {
  return layout.headers.flatMap((header, at) => {
    const profile = profiles[at];
    if (!profile) return [];
    const samples = new Set(profile.values.map(({ text }) => shorten(text)));
    return { ...header, samples: [...samples].slice(0, SAMPLES), conventions: profile.conventions };
  });
}

function previewRow(row: RawRow, width: number): Row {
  const shown: Row = { line: row.line, cells: row.cells.slice(0, width).map(shorten) };
  if (row.kinds !== undefined) shown.kinds = row.kinds.slice(0, width);
  return shown;
}
