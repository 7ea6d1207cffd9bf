import { decodeEscapes } from "../cellText.js";
import { ReadError } from "../readError.js";
import { decodeXml, scanXml } from "../xml/xml.js";
import type { ZipEntry } from "../zip/zipDirectory.js";
import type { ZipFile } from "../zip/zipFile.js";

const FIRST_BYTES = 64 * 1024;
const FIRST_TEXTS = 4_096;
/** Texts that are kept as strings too: a power of two. */
const CACHED = 4_096;

/**
 * The texts that cells point to by number. Kept as bytes in one block, since millions of them as
 * strings would take several times the memory; raises `memoryExceeded` beyond `maxBytes`.
 */
export class SharedStrings {
  private bytes = Buffer.allocUnsafe(FIRST_BYTES);
  private ends = new Uint32Array(FIRST_TEXTS);
  private count = 0;
  private readonly cached = new Int32Array(CACHED).fill(-1);
  private readonly texts: string[] = new Array(CACHED).fill("");

  private readonly broken = new Map<number, string>();

  constructor(private readonly maxBytes: number) {}

  add(text: string): void {
    const start = this.count === 0 ? 0 : (this.ends[this.count - 1] ?? 0);
    const longest = start + text.length * 3;
    if (longest > this.bytes.length) this.grow(longest);
    if (this.count === this.ends.length) {
      const ends = new Uint32Array(this.ends.length * 2);
      ends.set(this.ends);
      this.ends = ends;
    }
    // Half a character cannot be written as UTF-8, and the cell that holds one has to be reported.
    if (!text.isWellFormed()) this.broken.set(this.count, text);
    this.ends[this.count] = start + this.bytes.write(text, start, "utf8");
    this.count += 1;
  }

  /** Undefined for a number that no text has. */
  get(index: number): string | undefined {
    if (!(index >= 0 && index < this.count)) return undefined;
    const slot = index & (CACHED - 1);
    if (this.cached[slot] === index) return this.texts[slot];
    const broken = this.broken.get(index);
    if (broken !== undefined) return broken;
    const start = index === 0 ? 0 : this.ends[index - 1];
    const text = this.bytes.toString("utf8", start, this.ends[index]);
    this.cached[slot] = index;
    this.texts[slot] = text;
    return text;
  }

  private grow(atLeast: number): void {
    if (atLeast > this.maxBytes) throw new ReadError("memoryExceeded");
    const bytes = Buffer.allocUnsafe(
      Math.min(this.maxBytes, Math.max(atLeast, this.bytes.length * 2)),
    );
    this.bytes.copy(bytes);
    this.bytes = bytes;
  }
}

/** Reads the part of the shared strings: runs joined, phonetic hints left out. */
export async function readSharedStrings(
  zip: ZipFile,
  part: ZipEntry | undefined,
  maxBytes: number,
): Promise<SharedStrings> {
  const strings = new SharedStrings(maxBytes);
  if (!part) return strings;
  let text = "";
  let phonetic = 0;
  const handler = {
    wantsText: false,
    text: (raw: string): void => {
      text += raw;
    },
    open: (name: string): void => {
      if (name === "t") handler.wantsText = phonetic === 0;
      else if (name === "rPh") phonetic += 1;
      else if (name === "si") text = "";
    },
    close: (name: string): void => {
      if (name === "t") handler.wantsText = false;
      else if (name === "rPh") phonetic -= 1;
      else if (name === "si") strings.add(decodeEscapes(decodeXml(text)));
    },
  };
  await scanXml(zip.stream(part), handler, part.name);
  return strings;
}
