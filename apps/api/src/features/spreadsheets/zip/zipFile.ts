import { type FileHandle, open } from "node:fs/promises";
import { pipeline, Readable } from "node:stream";
import { crc32, createInflateRaw } from "node:zlib";
import type { ReadLimits } from "../limits.js";
import { ReadError } from "../readError.js";
import { readExactly, readZipDirectory, type ZipEntry } from "./zipDirectory.js";

const STORED = 0;
const DEFLATED = 8;
const CHUNK = 256 * 1024;

/** A zip that is read entry by entry, with every inflated byte counted against the caps. */
export class ZipFile {
  private inflated = 0;

  private constructor(
    private readonly file: FileHandle,
    private readonly fileSize: number,
    private readonly limits: ReadLimits,
    /** By lower-case name. */
    readonly entries: ReadonlyMap<string, ZipEntry>,
  ) {}

  /** Opens the file and reads its central directory; `close` it afterwards. */
  static async open(path: string, limits: ReadLimits): Promise<ZipFile> {
    const file = await open(path, "r");
    try {
      const { size } = await file.stat();
      return new ZipFile(file, size, limits, await readZipDirectory(file, size, limits));
    } catch (error) {
      await file.close();
      throw error;
    }
  }

  /** The entry of that name; case does not matter. */
  entry(name: string): ZipEntry | undefined {
    return this.entries.get(name.toLowerCase());
  }

  /**
   * The bytes of an entry as they inflate, in chunks of 256 KB. Raises `zipTooLarge` or `zipTooDense`
   * as soon as a cap is passed, `zipSizesDisagree` as soon as more comes than was declared, and
   * `fileDamaged` where the checksum is wrong at the end.
   */
  async *stream(entry: ZipEntry): AsyncGenerator<Buffer> {
    if (entry.encrypted) throw new ReadError("passwordProtected");
    if (entry.method !== STORED && entry.method !== DEFLATED) {
      throw new ReadError("fileDamaged", { part: entry.name });
    }
    const start = await this.dataOffset(entry);
    const raw = this.rawBytes(start, entry.compressedSize);
    let size = 0;
    let crc = 0;
    for await (const chunk of entry.method === STORED ? raw : inflate(raw, entry.name)) {
      size += chunk.length;
      if (size > entry.size) throw new ReadError("zipSizesDisagree", { part: entry.name });
      this.count(chunk.length);
      crc = crc32(chunk, crc);
      yield chunk;
    }
    if (size !== entry.size) throw new ReadError("zipSizesDisagree", { part: entry.name });
    if (crc !== entry.crc) throw new ReadError("fileDamaged", { part: entry.name });
  }

  /** A small entry whole; raises `fileDamaged` beyond `maxBytes`. */
  async bytes(entry: ZipEntry, maxBytes = 32 * 1024 ** 2): Promise<Buffer> {
    const chunks: Buffer[] = [];
    let size = 0;
    for await (const chunk of this.stream(entry)) {
      size += chunk.length;
      if (size > maxBytes) throw new ReadError("fileDamaged", { part: entry.name });
      chunks.push(chunk);
    }
    return Buffer.concat(chunks);
  }

  /** Forgets what was counted: a second walk over the same entries costs the same again. */
  resetCount(): void {
    this.inflated = 0;
  }

  /** Closes the file. */
  async close(): Promise<void> {
    await this.file.close();
  }

  private count(bytes: number): void {
    this.inflated += bytes;
    const { maxInflatedBytes, maxInflateRatio, ratioFreeBytes } = this.limits;
    if (this.inflated > maxInflatedBytes) {
      throw new ReadError("zipTooLarge", { limit: Math.round(maxInflatedBytes / 1024 ** 2) });
    }
    if (this.inflated > ratioFreeBytes && this.inflated > this.fileSize * maxInflateRatio) {
      throw new ReadError("zipTooDense", { limit: maxInflateRatio });
    }
  }

  private async dataOffset(entry: ZipEntry): Promise<number> {
    const header = await readExactly(this.file, entry.headerOffset, 30);
    if (header.readUInt32LE(0) !== 0x04034b50) {
      throw new ReadError("fileDamaged", { part: entry.name });
    }
    return entry.headerOffset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
  }

  private async *rawBytes(start: number, length: number): AsyncGenerator<Buffer> {
    let offset = start;
    const end = start + length;
    while (offset < end) {
      const buffer = Buffer.allocUnsafe(Math.min(CHUNK, end - offset));
      const { bytesRead } = await this.file.read(buffer, 0, buffer.length, offset);
      if (bytesRead === 0) throw new ReadError("fileTruncated");
      offset += bytesRead;
      yield buffer.subarray(0, bytesRead);
    }
  }
}

async function* inflate(raw: AsyncIterable<Buffer>, part: string): AsyncGenerator<Buffer> {
  const inflater = createInflateRaw({ chunkSize: CHUNK });
  // An error on either side ends the other; the loop below hears of it.
  pipeline(Readable.from(raw, { objectMode: false }), inflater, () => {});
  try {
    for await (const chunk of inflater) yield chunk;
  } catch (error) {
    if (error instanceof ReadError) throw error;
    throw new ReadError("fileDamaged", { part }, { cause: error });
  } finally {
    inflater.destroy();
  }
}
