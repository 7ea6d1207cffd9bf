import type { ReadLimits } from "../limits.js";
import { MergedCells } from "../mergedCells.js";
import { ReadError } from "../readError.js";
import type { RawRow } from "../row.js";
import type { SheetInfo } from "../sheetInfo.js";
import type { RowSource } from "../source.js";
import { XmlScanner } from "../xml/xml.js";
import type { ZipEntry } from "../zip/zipDirectory.js";
import { ZipFile } from "../zip/zipFile.js";
import { mergedBlocks } from "./mergedBlocks.js";
import type { NumberFormat } from "./numberFormat.js";
import { readSharedStrings, type SharedStrings } from "./sharedStrings.js";
import { readCellFormats, readWorkbook, type Workbook } from "./workbook.js";
import { XlsxRows } from "./xlsxRows.js";

/** How much of a sheet is looked through for its first cell before it counts as not empty. */
const EMPTY_PROBE_BYTES = 4 * 1024 ** 2;

/**
 * An .xlsx or .xlsm file as a source of rows, streamed: in memory are the shared strings and one piece
 * of the sheet, never the sheet.
 */
export async function openXlsx(path: string, limits: ReadLimits): Promise<RowSource> {
  const zip = await ZipFile.open(path, limits);
  try {
    const workbook = await readWorkbook(zip);
    return new XlsxSource(zip, workbook, await describeSheets(zip, workbook), limits);
  } catch (error) {
    await zip.close();
    throw error;
  }
}

class XlsxSource implements RowSource {
  readonly format = "xlsx";
  readonly text = null;
  readonly doubt = null;
  private taken = 0;
  private total = 1;
  private context: { sharedStrings: SharedStrings; formats: NumberFormat[] } | null = null;

  constructor(
    private readonly zip: ZipFile,
    private readonly workbook: Workbook,
    readonly sheets: SheetInfo[],
    private readonly limits: ReadLimits,
  ) {}

  async *rows(sheet: number): AsyncGenerator<RawRow[]> {
    const part = this.workbook.sheets[sheet]?.part;
    if (!part) throw new ReadError("sheetNotReadable", { sheet: this.sheets[sheet]?.name ?? "" });
    this.zip.resetCount();
    this.context ??= {
      sharedStrings: await readSharedStrings(
        this.zip,
        this.workbook.sharedStrings,
        this.limits.maxInMemoryBytes,
      ),
      formats: await readCellFormats(this.zip, this.workbook.styles),
    };
    const merged = new MergedCells(await mergedBlocks(this.zip.stream(part)));
    this.zip.resetCount();
    this.taken = 0;
    this.total = Math.max(part.size, 1);
    const rows = new XlsxRows({
      part: part.name,
      is1904: this.workbook.is1904,
      maxColumns: this.limits.maxColumns,
      ...this.context,
    });
    for await (const batch of readRowBatches(this.zip, part, rows, (bytes) => {
      this.taken += bytes;
    })) {
      for (const row of batch) merged.follow(row);
      yield batch;
    }
  }

  progress(): number {
    return this.taken / this.total;
  }

  async close(): Promise<void> {
    await this.zip.close();
  }
}

async function* readRowBatches(
  zip: ZipFile,
  part: ZipEntry,
  rows: XlsxRows,
  took: (bytes: number) => void,
): AsyncGenerator<RawRow[]> {
  const scanner = new XmlScanner(rows, part.name);
  for await (const chunk of zip.stream(part)) {
    took(chunk.length);
    scanner.write(chunk);
    if (rows.rows.length === 0) continue;
    yield rows.rows;
    rows.rows = [];
  }
  scanner.end();
}

async function describeSheets(zip: ZipFile, workbook: Workbook): Promise<SheetInfo[]> {
  const sheets: SheetInfo[] = [];
  for (const { name, hidden, part } of workbook.sheets) {
    const readable = part !== undefined;
    sheets.push({ name, hidden, readable, empty: !part || (await isEmptySheet(zip, part)) });
  }
  return sheets;
}

async function isEmptySheet(zip: ZipFile, part: ZipEntry): Promise<boolean> {
  let looked = 0;
  let filled = false;
  const scanner = new XmlScanner(
    {
      wantsText: false,
      text: () => {},
      close: () => {},
      open: (name) => {
        if (name === "v" || name === "t" || name === "f") filled = true;
      },
    },
    part.name,
  );
  for await (const chunk of zip.stream(part)) {
    looked += chunk.length;
    scanner.write(chunk);
    if (filled || looked > EMPTY_PROBE_BYTES) return false;
  }
  return true;
}
