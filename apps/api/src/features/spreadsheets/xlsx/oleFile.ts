import { readFile } from "node:fs/promises";
import type { FoundKind } from "../messages/fileMessages.js";
import { ReadError } from "../readError.js";

const SECTOR_END = 0xfffffffa;
const FILE_PASS = 0x2f;
const BOF = 0x809;
const OLE_START = 0xd0cf11e0;

/** What kind of OLE2 compound file it is, by its streams ([MS-CFB]); answers only for a workbook. */
export async function sniffOle(path: string): Promise<"xls"> {
  const streams = readStreams(await readFile(path));
  if (streams.has("encryptedpackage") || streams.has("encryptioninfo"))
    throw new ReadError("passwordProtected");
  const workbook = workbookOf(streams);
  if (workbook) {
    if (isPasswordProtected(workbook(64))) throw new ReadError("passwordProtected");
    // Raises fileTruncated where a part of it lies beyond the end of the file.
    workbook(Number.POSITIVE_INFINITY);
    return "xls";
  }
  throw new ReadError("notASpreadsheet", { found: kindOf([...streams.keys()]) });
}

/**
 * The workbook of an OLE2 compound file without the container, whose other parts may be damaged in ways that a parser
 * walks in for ever. Other files, such as the bare records of Excel 4, are given back as they are.
 */
export function workbookStream(file: Buffer): Buffer {
  if (file.readUInt32BE(0) !== OLE_START) return file;
  return workbookOf(readStreams(file))?.(Number.POSITIVE_INFINITY) ?? file;
}

type Streams = Map<string, (length: number) => Buffer>;

const workbookOf = (streams: Streams) => streams.get("workbook") ?? streams.get("book");

function kindOf(names: string[]): FoundKind {
  if (names.includes("worddocument")) return "docx";
  if (names.includes("powerpoint document")) return "pptx";
  return names.some((name) => name.startsWith("__substg1.0") || name.startsWith("__properties"))
    ? "msg"
    : "binary";
}

/** A workbook that is encrypted says so in the record after its first ([MS-XLS] 2.4.117). */
function isPasswordProtected(start: Buffer): boolean {
  let position = 0;
  for (let records = 0; records < 3 && position + 4 <= start.length; records += 1) {
    const type = start.readUInt16LE(position);
    if (type === FILE_PASS) return true;
    if (records === 0 && type !== BOF) return false;
    position += 4 + start.readUInt16LE(position + 2);
  }
  return false;
}

/** The streams by name in small letters, as case does not distinguish them ([MS-CFB] 2.6.4), each with a function that reads its first bytes. */
function readStreams(file: Buffer): Streams {
  if (file.length < 512) throw new ReadError("fileTruncated");
  const sectorSize = 1 << file.readUInt16LE(30);
  if (sectorSize !== 512 && sectorSize !== 4096)
    throw new ReadError("fileDamaged", { part: "OLE2" });
  const table = readSectorTable(file, sectorSize);
  const streams: Streams = new Map();
  const directory = readChain(file, sectorSize, table, file.readUInt32LE(48), 4_096 * 128);
  let root: Buffer | null = null;
  for (let entry = 0; entry + 128 <= directory.length; entry += 128) {
    const nameBytes = directory.readUInt16LE(entry + 64);
    const type = directory[entry + 66];
    const start = directory.readUInt32LE(entry + 116);
    const size = directory.readUInt32LE(entry + 120);
    if (type === 5) root = readChain(file, sectorSize, table, start, 1024 ** 2);
    if (type !== 2 || nameBytes < 2 || nameBytes > 64) continue;
    const name = directory.toString("utf16le", entry, entry + nameBytes - 2);
    const isSmall = size < file.readUInt32LE(56);
    const small = root;
    streams.set(name.toLowerCase(), (length) =>
      isSmall
        ? (small ?? Buffer.alloc(0)).subarray(start * 64, start * 64 + Math.min(length, size))
        : readChain(file, sectorSize, table, start, Math.min(length, size)).subarray(
            0,
            Math.min(length, size),
          ),
    );
  }
  return streams;
}

function readSectorTable(file: Buffer, sectorSize: number): Uint32Array {
  const count = file.readUInt32LE(44);
  const sectors: number[] = [];
  for (let index = 0; index < 109 && sectors.length < count; index += 1) {
    sectors.push(file.readUInt32LE(76 + index * 4));
  }
  let next = file.readUInt32LE(68);
  while (sectors.length < count && next < SECTOR_END) {
    const sector = sectorAt(file, sectorSize, next);
    for (let index = 0; index < sectorSize / 4 - 1 && sectors.length < count; index += 1) {
      sectors.push(sector.readUInt32LE(index * 4));
    }
    next = sector.readUInt32LE(sectorSize - 4);
    if (sectors.length > file.length / sectorSize)
      throw new ReadError("fileDamaged", { part: "OLE2" });
  }
  const perSector = sectorSize / 4;
  const table = new Uint32Array(sectors.length * perSector);
  for (const [index, number] of sectors.entries()) {
    const sector = sectorAt(file, sectorSize, number);
    for (let slot = 0; slot < perSector; slot += 1)
      table[index * perSector + slot] = sector.readUInt32LE(slot * 4);
  }
  return table;
}

function readChain(
  file: Buffer,
  sectorSize: number,
  table: Uint32Array,
  start: number,
  maxBytes: number,
): Buffer {
  const pieces: Buffer[] = [];
  let sector = start;
  // A chain that is longer than the file goes in a circle.
  const end = Math.min(maxBytes, file.length);
  for (let read = 0; sector < SECTOR_END && read < end; read += sectorSize) {
    pieces.push(sectorAt(file, sectorSize, sector));
    sector = table[sector] ?? SECTOR_END;
  }
  return Buffer.concat(pieces);
}

function sectorAt(file: Buffer, sectorSize: number, sector: number): Buffer {
  const start = (sector + 1) * sectorSize;
  if (start >= file.length) throw new ReadError("fileTruncated");
  const bytes = file.subarray(start, start + sectorSize);
  // Some programs do not fill up the last sector.
  return bytes.length === sectorSize ? bytes : Buffer.concat([bytes], sectorSize);
}
