import { Console } from "node:console";
import { readFile } from "node:fs/promises";
import { Writable } from "node:stream";
import * as XLSX from "xlsx";
import * as codePages from "xlsx/dist/cpexcel.full.mjs";
import { cellIssue, cleanText } from "../cellText.js";
import type { ReadLimits } from "../limits.js";
import { type MergedBlock, MergedCells } from "../mergedCells.js";
import { ReadError } from "../readError.js";
import type { CellIssue, RawRow } from "../row.js";
import { type SheetInfo, sheetName } from "../sheetInfo.js";
import type { RowSource } from "../source.js";
import { decimalText } from "./decimalText.js";
import { type NumberFormat, parseFormatCode } from "./numberFormat.js";
import { workbookStream } from "./oleFile.js";
import type { CellText } from "./serialDate.js";
import { openXlsbPackage } from "./xlsbPackage.js";
import { formatNumber } from "./xlsxRows.js";

// Workbooks of Excel 95 and before write texts in a code page of their own.
XLSX.set_cptable(codePages);

const BATCH = 500;
const EMPTY: CellText = { text: "", kind: "t" };

/** The codes of error cells ([MS-XLS] 2.5.10). */
const ERRORS: Record<number, string> = {
  0: "#NULL!",
  7: "#DIV/0!",
  15: "#VALUE!",
  23: "#REF!",
  29: "#NAME?",
  36: "#NUM!",
  42: "#N/A",
  43: "#GETTING_DATA",
};

/**
 * An .xls or .xlsb file as a source of rows. Held in memory whole by SheetJS, so to be opened in a
 * process with a cap of its own, and an .xlsb only after `preflightZip`.
 */
export async function openWithSheetJs(
  path: string,
  format: "xls" | "xlsb",
  limits: ReadLimits,
): Promise<RowSource> {
  const book = format === "xls" ? await openXls(path, limits) : await openXlsb(path, limits);
  const cells = book.SheetNames.map((name) => book.Sheets[name]);
  const sheets = book.SheetNames.map(sheetName).map((name, index): SheetInfo => {
    const sheet = cells[index];
    return {
      name,
      hidden: (book.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0,
      readable: sheet !== undefined && (sheet["!type"] ?? "sheet") === "sheet",
      empty: !sheet || !gridOf(sheet).some((row) => row?.some((cell) => cell?.v !== undefined)),
    };
  });
  let progress = 0;
  return {
    format,
    text: null,
    doubt: null,
    sheets,
    progress: () => progress,
    close: async () => {},
    async *rows(index) {
      const sheet = cells[index];
      if (!sheet) throw new ReadError("sheetNotFound", { sheet: String(index) });
      const grid = gridOf(sheet);
      const convert = new CellConverter(
        book.Workbook?.WBProps?.date1904 === true,
        limits.maxColumns,
      );
      const merged = new MergedCells(mergedIn(sheet));
      for (let start = 0; start < grid.length; start += BATCH) {
        const rows: RawRow[] = [];
        for (let at = start; at < Math.min(start + BATCH, grid.length); at += 1) {
          const row = convert.row(at + 1, grid[at]);
          if (!row) continue;
          merged.follow(row);
          rows.push(row);
        }
        progress = Math.min(1, (start + BATCH) / grid.length);
        if (rows.length > 0) yield rows;
      }
    },
  };
}

type Grid = ((XLSX.CellObject | undefined)[] | undefined)[];

function gridOf(sheet: XLSX.WorkSheet): Grid {
  return sheet["!data"] ?? [];
}

const mergedIn = (sheet: XLSX.WorkSheet): MergedBlock[] =>
  (sheet["!merges"] ?? []).flatMap(({ s, e }) =>
    e.r > s.r ? [{ top: s.r + 1, bottom: e.r + 1, column: s.c }] : [],
  );

const optionsOf = ({ maxRows }: ReadLimits): XLSX.ParsingOptions => ({
  type: "buffer",
  dense: true,
  cellNF: true,
  cellText: false,
  cellHTML: false,
  cellFormula: false,
  cellDates: false,
  sheetRows: maxRows + 1_000,
});

async function openXls(path: string, limits: ReadLimits): Promise<XLSX.WorkBook> {
  const file = await readFile(path);
  if (file.length > limits.maxInMemoryBytes) {
    throw new ReadError("zipTooLarge", { limit: Math.round(limits.maxInMemoryBytes / 1024 ** 2) });
  }
  return parse(() => XLSX.read(workbookStream(file), optionsOf(limits)));
}

async function openXlsb(path: string, limits: ReadLimits): Promise<XLSX.WorkBook> {
  const parts = await openXlsbPackage(path, limits);
  return parse(() => XLSX.parse_zip(parts, optionsOf(limits)));
}

function parse(work: () => XLSX.WorkBook): XLSX.WorkBook {
  try {
    return withoutConsole(work);
  } catch (error) {
    if (error instanceof ReadError) throw error;
    const password = error instanceof Error && /password|encrypt/i.test(error.message);
    throw password
      ? new ReadError("passwordProtected", {}, { cause: error })
      : new ReadError("fileDamaged", { part: "workbook" }, { cause: error });
  }
}

const silence = new Console(new Writable({ write: (_chunk, _encoding, done) => done() }));

/**
 * Runs `work` with a console that nobody hears: SheetJS reports each record that it does not know there, which says
 * nothing of the cells, and has no option against it. What a process that reads prints is for its parent to parse.
 */
function withoutConsole<T>(work: () => T): T {
  const usual = globalThis.console;
  globalThis.console = silence;
  try {
    return work();
  } finally {
    globalThis.console = usual;
  }
}

class CellConverter {
  private readonly formats = new Map<string, NumberFormat>();

  constructor(
    private readonly is1904: boolean,
    private readonly maxColumns: number,
  ) {}

  /** Null for a row that holds nothing. */
  row(line: number, source: (XLSX.CellObject | undefined)[] | undefined): RawRow | null {
    const cells: string[] = [];
    const kinds: string[] = [];
    const issues: CellIssue[] = [];
    // forEach passes over the holes of a sparse row, of which there may be thousands.
    source?.forEach((cell, column) => {
      const { text, kind, issue } = cell ? this.cell(cell) : EMPTY;
      if (text === "" && kind === "t") return;
      if (column >= this.maxColumns) {
        issues.push(cellIssue(column, "cellOutsideHeaders", text));
        return;
      }
      while (cells.length < column) {
        cells.push("");
        kinds.push("t");
      }
      cells.push(text);
      kinds.push(kind);
      if (issue) issues.push(cellIssue(column, issue, text));
    });
    if (cells.length === 0 && issues.length === 0) return null;
    const row: RawRow = { line, cells };
    if (kinds.some((kind) => kind !== "t")) row.kinds = kinds.join("");
    if (issues.length > 0) row.issues = issues;
    return row;
  }

  private cell(cell: XLSX.CellObject): CellText {
    const { t: type, v: value } = cell;
    if (type === "e") {
      return { text: ERRORS[Number(value)] ?? "#ERROR!", kind: "e", issue: "cellError" };
    }
    if (value === undefined || value === null) return EMPTY;
    if (type === "b") return { text: value === true ? "true" : "false", kind: "b" };
    if (type === "n") {
      const number = decimalText(String(value));
      if (number) {
        return formatNumber(number.text, number.precisionLost, this.format(cell.z), this.is1904);
      }
    }
    const clean = cleanText(String(value));
    return { text: clean.text, kind: "t", issue: clean.issue };
  }

  private format(code: XLSX.NumberFormat | undefined): NumberFormat {
    const key = String(code ?? "General");
    const known = this.formats.get(key);
    if (known) return known;
    const format = parseFormatCode(key);
    this.formats.set(key, format);
    return format;
  }
}
