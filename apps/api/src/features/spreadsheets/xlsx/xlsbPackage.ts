import * as XLSX from "xlsx";
import type { ReadLimits } from "../limits.js";
import { ReadError } from "../readError.js";
import { ZipFile } from "../zip/zipFile.js";

declare module "xlsx" {
  /** Reads the workbook in a package; not named in the types of the library. */
  export function parse_zip(parts: unknown, options: ParsingOptions): WorkBook;
}

// What no cell needs; parts of a workbook may be many times as large as its sheets.
const NOT_READ =
  /(?:^|\/)(?:media|drawings|charts|embeddings|activeX|ctrlProps|printerSettings|pivotTables|pivotCache|queryTables|tables|theme|customXml|worksheets\/_rels)\/|comments\d*\.|vbaProject|binaryIndex|calcChain/i;

const SHEET_BEGINS = 0x81;

/** The records of a sheet that hold its rows, cells and merged ranges, and those that frame them ([MS-XLSB] 2.3.2). */
const OF_CELLS: ReadonlySet<number> = new Set([
  ...Array.from({ length: 0x13 }, (_, id) => id),
  0x3e,
  SHEET_BEGINS,
  0x82,
  0x91,
  0x92,
  0x94,
  0xb0,
]);

/** A record of a binary part: where it begins and ends, and what it is ([MS-XLSB] 2.1.4). */
interface BinaryRecord {
  id: number;
  start: number;
  end: number;
}

function recordAt(part: Buffer, start: number): BinaryRecord {
  let at = start;
  const byte = () => {
    const next = part[at];
    if (next === undefined) throw new ReadError("fileTruncated");
    at += 1;
    return next;
  };
  const first = byte();
  const id = first < 0x80 ? first : (first & 0x7f) | ((byte() & 0x7f) << 7);
  let length = 0;
  for (let shift = 0; shift < 28; shift += 7) {
    const next = byte();
    length += (next & 0x7f) * 2 ** shift;
    if (next < 0x80) break;
  }
  if (at + length > part.length) throw new ReadError("fileTruncated");
  return { id, start, end: at + length };
}

/**
 * A sheet without all that is no cell. A link, for one, may lie on whole columns: SheetJS would make an object for
 * each of their million cells, which takes minutes and the memory of the process.
 */
function withCellsOnly(sheet: Buffer): Buffer {
  const kept: Buffer[] = [];
  let from = 0;
  for (let at = 0; at < sheet.length; ) {
    const { id, start, end } = recordAt(sheet, at);
    if (!OF_CELLS.has(id)) {
      if (start > from) kept.push(sheet.subarray(from, start));
      from = end;
    }
    at = end;
  }
  kept.push(sheet.subarray(from));
  return Buffer.concat(kept);
}

const isSheet = (part: Buffer): boolean => part.length > 2 && recordAt(part, 0).id === SHEET_BEGINS;

/**
 * The parts of an .xlsb that its cells need, as SheetJS holds a package: inflated by Node, since SheetJS does it in
 * JavaScript, and counted against the caps. Raises the errors of `ZipFile.stream`.
 */
export async function openXlsbPackage(path: string, limits: ReadLimits): Promise<unknown> {
  const zip = await ZipFile.open(path, limits);
  try {
    const { cfb_new: newPackage, cfb_add: add } = XLSX.CFB.utils;
    const all: unknown = newPackage();
    for (const entry of zip.entries.values()) {
      if (NOT_READ.test(entry.name)) continue;
      const part = await zip.bytes(entry, limits.maxInMemoryBytes);
      const isBinary = entry.name.toLowerCase().endsWith(".bin");
      add(all, entry.name, isBinary && isSheet(part) ? withCellsOnly(part) : part, {
        unsafe: true,
      });
    }
    return all;
  } finally {
    await zip.close();
  }
}
