import type { FileHandle } from "node:fs/promises";
import type { ReadLimits } from "../limits.js";
import { ReadError } from "../readError.js";

/** One file inside a zip, as the central directory describes it. */
export interface ZipEntry {
  /** The name as written, with `/` between folders. */
  name: string;
  method: number;
  encrypted: boolean;
  crc: number;
  compressedSize: number;
  size: number;
  headerOffset: number;
}

const END_OF_DIRECTORY = 0x06054b50;
const ZIP64_LOCATOR = 0x07064b50;
const ZIP64_END = 0x06064b50;
const DIRECTORY_ENTRY = 0x02014b50;
const ZIP64_EXTRA = 1;
const UNSET_32 = 0xffffffff;
const UNSET_16 = 0xffff;
const MAX_DIRECTORY_BYTES = 16 * 1024 ** 2;

/**
 * The entries of a zip by lower-case name, from the central directory at its end (APPNOTE 6.3.10,
 * 4.3.12 to 4.3.16). Raises `fileTruncated` where the end is missing, `fileDamaged` where the
 * directory contradicts itself, `zipTooManyParts` beyond the cap.
 */
export async function readZipDirectory(
  file: FileHandle,
  fileSize: number,
  limits: ReadLimits,
): Promise<Map<string, ZipEntry>> {
  const { count, size, offset } = await findDirectory(file, fileSize);
  if (count > limits.maxZipEntries) {
    throw new ReadError("zipTooManyParts", { limit: limits.maxZipEntries });
  }
  if (size > MAX_DIRECTORY_BYTES) throw damaged();
  if (offset + size > fileSize) throw new ReadError("fileTruncated");
  const directory = await readExactly(file, offset, size);
  const entries = new Map<string, ZipEntry>();
  let position = 0;
  for (let index = 0; index < count; index += 1) {
    const { entry, next } = parseEntry(directory, position);
    const key = entry.name.toLowerCase();
    // Two parts under one name: programs disagree on which one counts, so neither does.
    if (entries.has(key)) throw damaged(entry.name);
    if (entry.headerOffset + entry.compressedSize > fileSize) throw new ReadError("fileTruncated");
    entries.set(key, entry);
    position = next;
  }
  return entries;
}

async function findDirectory(file: FileHandle, fileSize: number) {
  const tailSize = Math.min(fileSize, 22 + 0xffff);
  const tailOffset = fileSize - tailSize;
  const tail = await readExactly(file, tailOffset, tailSize);
  let end = tail.length - 22;
  while (end >= 0 && tail.readUInt32LE(end) !== END_OF_DIRECTORY) end -= 1;
  if (end < 0) throw new ReadError("fileTruncated");
  const found = {
    count: tail.readUInt16LE(end + 10),
    size: tail.readUInt32LE(end + 12),
    offset: tail.readUInt32LE(end + 16),
  };
  const needs64 = found.count === UNSET_16 || found.size === UNSET_32 || found.offset === UNSET_32;
  const locator = end - 20;
  if (!needs64 || locator < 0 || tail.readUInt32LE(locator) !== ZIP64_LOCATOR) return found;
  const end64Offset = safeNumber(tail.readBigUInt64LE(locator + 8));
  if (end64Offset + 56 > fileSize) throw new ReadError("fileTruncated");
  const end64 = await readExactly(file, end64Offset, 56);
  if (end64.readUInt32LE(0) !== ZIP64_END) throw damaged();
  return {
    count: safeNumber(end64.readBigUInt64LE(32)),
    size: safeNumber(end64.readBigUInt64LE(40)),
    offset: safeNumber(end64.readBigUInt64LE(48)),
  };
}

function parseEntry(directory: Buffer, start: number): { entry: ZipEntry; next: number } {
  if (start + 46 > directory.length || directory.readUInt32LE(start) !== DIRECTORY_ENTRY) {
    throw damaged();
  }
  const nameLength = directory.readUInt16LE(start + 28);
  const extraLength = directory.readUInt16LE(start + 30);
  const commentLength = directory.readUInt16LE(start + 32);
  const extraStart = start + 46 + nameLength;
  const next = extraStart + extraLength + commentLength;
  if (next > directory.length) throw damaged();
  const entry: ZipEntry = {
    name: directory.toString("utf8", start + 46, extraStart).replaceAll("\\", "/"),
    method: directory.readUInt16LE(start + 10),
    encrypted: (directory.readUInt16LE(start + 8) & 1) === 1,
    crc: directory.readUInt32LE(start + 16),
    compressedSize: directory.readUInt32LE(start + 20),
    size: directory.readUInt32LE(start + 24),
    headerOffset: directory.readUInt32LE(start + 42),
  };
  readZip64Extra(directory.subarray(extraStart, extraStart + extraLength), entry);
  return { entry, next };
}

function readZip64Extra(extra: Buffer, entry: ZipEntry): void {
  let position = 0;
  while (position + 4 <= extra.length) {
    const id = extra.readUInt16LE(position);
    const end = position + 4 + extra.readUInt16LE(position + 2);
    if (end > extra.length) return;
    if (id === ZIP64_EXTRA) {
      let field = position + 4;
      const take = (current: number): number => {
        if (current !== UNSET_32 || field + 8 > end) return current;
        field += 8;
        return safeNumber(extra.readBigUInt64LE(field - 8));
      };
      entry.size = take(entry.size);
      entry.compressedSize = take(entry.compressedSize);
      entry.headerOffset = take(entry.headerOffset);
      return;
    }
    position = end;
  }
}

/** Exactly `length` bytes from `offset`; raises `fileTruncated` where the file ends before. */
export async function readExactly(
  file: FileHandle,
  offset: number,
  length: number,
): Promise<Buffer> {
  const buffer = Buffer.alloc(length);
  let done = 0;
  while (done < length) {
    const { bytesRead } = await file.read(buffer, done, length - done, offset + done);
    if (bytesRead === 0) throw new ReadError("fileTruncated");
    done += bytesRead;
  }
  return buffer;
}

function safeNumber(value: bigint): number {
  if (value > BigInt(Number.MAX_SAFE_INTEGER)) throw damaged();
  return Number(value);
}

function damaged(part = "zip"): ReadError {
  return new ReadError("fileDamaged", { part });
}
