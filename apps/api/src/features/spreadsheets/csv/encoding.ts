import { isUtf8 } from "node:buffer";
import { createReadStream } from "node:fs";
import { shorten } from "../row.js";
import type { TextDoubt } from "../source.js";
import { DosDecoder } from "./dosText.js";
import {
  type ChunkDecoder,
  EncodedTwiceDecoder,
  indexOfEncodedTwice,
  mayBeEncodedTwice,
} from "./encodedTwice.js";
import { isOddIn1252 } from "./windows1252.js";

/** The encodings that a person can choose. */
export const textEncodings = [
  "utf-8",
  "windows-1252",
  "utf-16le",
  "utf-16be",
  "macintosh",
  "iso-8859-15",
  "windows-1250",
  "windows-1251",
  "ibm850",
  "ibm866",
  "utf-8-twice",
] as const;

/** One of these encodings. */
export type TextEncoding = (typeof textEncodings)[number];

/** Decodes a text file in an encoding, chunk by chunk; a byte order mark is kept. */
export function decoderOf(encoding: TextEncoding): ChunkDecoder {
  if (encoding === "utf-8-twice") return new EncodedTwiceDecoder();
  if (encoding === "ibm850") return new DosDecoder();
  return new TextDecoder(encoding, { ignoreBOM: true });
}

/** The encoding that was detected in a text file. */
export interface DetectedEncoding {
  encoding: TextEncoding;
  /** The length of the byte order mark, which is not part of the text. */
  markBytes: number;
  doubt: TextDoubt | null;
}

/** Text files in UTF-32, or with other NUL bytes, are not supported; see `sniff`. */
const LETTER = /[A-Za-z]/;
const REPLACEMENT = Buffer.from("\uFFFD", "utf8");

/** The encoding that a byte order mark, or NULs in every second byte, indicate. */
export function encodingOfStart(
  head: Buffer,
): { encoding: TextEncoding; markBytes: number } | null {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf)
    return { encoding: "utf-8", markBytes: 3 };
  if (head[0] === 0xff && head[1] === 0xfe) return { encoding: "utf-16le", markBytes: 2 };
  if (head[0] === 0xfe && head[1] === 0xff) return { encoding: "utf-16be", markBytes: 2 };
  const nuls = [0, 0];
  for (let index = 0; index < head.length; index += 1) {
    if (head[index] === 0) nuls[index & 1] = (nuls[index & 1] ?? 0) + 1;
  }
  const [even = 0, odd = 0] = nuls;
  // Line ends, digits and delimiters are in every text, so even Cyrillic UTF-16 has many NULs.
  const many = Math.max(4, head.length / 20);
  if (odd >= Math.min(many, head.length / 4) && odd > 0 && even * 20 <= odd)
    return { encoding: "utf-16le", markBytes: 0 };
  if (even >= Math.min(many, head.length / 4) && even > 0 && odd * 20 <= even)
    return { encoding: "utf-16be", markBytes: 0 };
  return null;
}

/**
 * Detects the encoding from the whole file, in one pass with constant memory. UTF-8 is assumed only where every
 * byte agrees; else it is Windows-1252, or Mac Roman where the letters indicate that. A replacement character
 * in the text, a mix of encodings and rare ones are left for a person to decide.
 */
export async function detectEncoding(path: string, head: Buffer): Promise<DetectedEncoding> {
  const start = encodingOfStart(head);
  if (start && start.encoding !== "utf-8") {
    return { ...start, doubt: await firstReplacement(path, start.encoding, start.markBytes) };
  }
  const markBytes = start?.markBytes ?? 0;
  const walk = await walkBytes(path);
  if (walk.validUtf8) {
    const lost = walk.replacementAt ? await firstReplacement(path, "utf-8", markBytes) : null;
    const twice = walk.maybeTwice ? await firstEncodedTwice(path, markBytes) : null;
    return { encoding: "utf-8", markBytes, doubt: lost ?? twice };
  }
  const { sequences, highBytes, lowHighLetters, highLetters } = walk;
  if (start || sequences > highBytes) {
    const doubt = await firstReplacement(path, "utf-8", markBytes);
    return { encoding: "utf-8", markBytes, doubt: doubt && { ...doubt, code: "encodingUnsure" } };
  }
  // In Windows-1252 letters are 0xC0 to 0xFF; where they are 0x80 to 0x9F it is Mac Roman or DOS.
  if (lowHighLetters > highLetters) {
    const line = await firstHighByte(path, "macintosh");
    return { encoding: "macintosh", markBytes, doubt: line && { ...line, code: "encodingUnsure" } };
  }
  const sure = (sequences === 0 || sequences * 4 < highBytes) && !isImplausible(walk);
  const line = sure && !walk.undefined1252 ? null : await firstHighByte(path, "windows-1252");
  return {
    encoding: "windows-1252",
    markBytes,
    doubt: line && { ...line, code: "encodingUnsure" },
  };
}

// So many of the letters that are none of Windows-1252, or capitals between small ones, are no slips of the pen.
const IMPLAUSIBLE = 0.1;

const isImplausible = ({ oddLetters, lowHighLetters, highLetters }: ByteWalk): boolean =>
  oddLetters > IMPLAUSIBLE * (lowHighLetters + highLetters);

/** The same for an encoding that a person chose: doubtful where it cannot be decoded without loss. */
export async function checkEncoding(
  path: string,
  head: Buffer,
  encoding: TextEncoding,
): Promise<DetectedEncoding> {
  const start = encodingOfStart(head);
  const markBytes = start?.encoding === encoding ? start.markBytes : 0;
  const doubt = await firstReplacement(path, encoding, markBytes);
  const wrong = doubt !== null && encoding === "utf-8" && !(await walkBytes(path)).validUtf8;
  return { encoding, markBytes, doubt: wrong ? { ...doubt, code: "wrongEncoding" } : doubt };
}

interface ByteWalk {
  validUtf8: boolean;
  replacementAt: boolean;
  maybeTwice: boolean;
  /** Well-formed UTF-8 characters of more than one byte. */
  sequences: number;
  /** Bytes above 0x7F that belong to no such character. */
  highBytes: number;
  /** Of those, the ones between letters, below and above 0xC0. */
  lowHighLetters: number;
  highLetters: number;
  /** Bytes within words that Windows-1252 shows as no letter, or as a capital between small letters ("SÆo", "£ukasz"). */
  oddLetters: number;
  /** Whether there was a byte that Windows-1252 leaves undefined. */
  undefined1252: boolean;
}

async function walkBytes(path: string): Promise<ByteWalk> {
  const walk: ByteWalk = {
    validUtf8: true,
    replacementAt: false,
    maybeTwice: false,
    sequences: 0,
    highBytes: 0,
    lowHighLetters: 0,
    highLetters: 0,
    oddLetters: 0,
    undefined1252: false,
  };
  let tail = Buffer.alloc(0);
  for await (const chunk of byteChunks(path)) {
    const bytes = tail.length === 0 ? chunk : Buffer.concat([tail, chunk]);
    const unfinished = unfinishedUtf8(bytes);
    const whole = bytes.subarray(0, bytes.length - unfinished);
    tail = Buffer.from(bytes.subarray(bytes.length - unfinished));
    if (isUtf8(whole)) {
      if (whole.includes(REPLACEMENT)) walk.replacementAt = true;
      walk.maybeTwice ||= mayBeEncodedTwice(whole);
      // Only the proportion of the two matters, so a part of each chunk is enough.
      countHighBytes(whole.subarray(0, 65_536), walk);
    } else {
      walk.validUtf8 = false;
      countHighBytes(whole, walk);
    }
  }
  if (tail.length > 0) {
    walk.validUtf8 = false;
    countHighBytes(tail, walk);
  }
  return walk;
}

function countHighBytes(bytes: Buffer, walk: ByteWalk): void {
  for (let index = 0; index < bytes.length; index += 1) {
    const byte = bytes[index] ?? 0;
    if (byte < 0x80) continue;
    const length = sequenceLength(bytes, index, byte);
    if (length > 0) {
      walk.sequences += 1;
      index += length - 1;
      continue;
    }
    walk.highBytes += 1;
    if (byte === 0x81 || byte === 0x8d || byte === 0x8f || byte === 0x90 || byte === 0x9d)
      walk.undefined1252 = true;
    const before = String.fromCharCode(bytes[index - 1] ?? 32);
    const after = String.fromCharCode(bytes[index + 1] ?? 32);
    if (isOddIn1252(before, byte, after)) walk.oddLetters += 1;
    if (!LETTER.test(before) || !LETTER.test(after)) continue;
    if (byte < 0xa0) walk.lowHighLetters += 1;
    else if (byte >= 0xc0) walk.highLetters += 1;
  }
}

function sequenceLength(bytes: Buffer, index: number, first: number): number {
  const length = first >= 0xf0 && first < 0xf5 ? 4 : first >= 0xe0 ? 3 : first >= 0xc2 ? 2 : 0;
  if (length === 0 || first >= 0xf5) return 0;
  for (let step = 1; step < length; step += 1) {
    const byte = bytes[index + step];
    if (byte === undefined || (byte & 0xc0) !== 0x80) return 0;
  }
  return length;
}

/** The position of the first replacement character after decoding; null where there is none. */
async function firstReplacement(
  path: string,
  encoding: TextEncoding,
  markBytes: number,
): Promise<TextDoubt | null> {
  return findLine(
    path,
    encoding,
    markBytes,
    (text) => text.indexOf("\uFFFD"),
    "replacementCharacter",
  );
}

async function firstEncodedTwice(path: string, markBytes: number): Promise<TextDoubt | null> {
  return findLine(path, "utf-8", markBytes, indexOfEncodedTwice, "encodedTwice");
}

async function firstHighByte(path: string, encoding: TextEncoding): Promise<TextDoubt | null> {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the range is all of ASCII.
  return findLine(path, encoding, 0, (text) => text.search(/[^\x00-\x7f]/), "encodingUnsure");
}

async function findLine(
  path: string,
  encoding: TextEncoding,
  markBytes: number,
  find: (text: string) => number,
  code: TextDoubt["code"],
): Promise<TextDoubt | null> {
  const decoder = decoderOf(encoding);
  let line = 1;
  let endsWithReturn = false;
  for await (const chunk of byteChunks(path, markBytes)) {
    const text = decoder.decode(chunk, { stream: true });
    const at = find(text);
    const before = at < 0 ? text : text.slice(0, at);
    line += countLineEnds(before, endsWithReturn);
    if (at >= 0) return { code, line, value: shorten(around(text, at)) };
    endsWithReturn = text.endsWith("\r");
  }
  const last = decoder.decode();
  return find(last) < 0 ? null : { code, line, value: last };
}

/** The number of line ends in a text: CR, LF and CR LF count once each; `afterReturn` joins a pair that was split. */
export function countLineEnds(text: string, afterReturn = false): number {
  let count = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code === 13) count += 1;
    else if (code === 10 && !(index === 0 ? afterReturn : text.charCodeAt(index - 1) === 13))
      count += 1;
  }
  return count;
}

function around(text: string, at: number): string {
  const start = Math.max(text.lastIndexOf("\n", at), text.lastIndexOf("\r", at), at - 20) + 1;
  return text.slice(start, at + 20).split(/[\r\n]/)[0] ?? "";
}

/** The bytes of a file in chunks of 256 KB. */
export async function* byteChunks(path: string, start = 0): AsyncGenerator<Buffer> {
  const stream = createReadStream(path, { start, highWaterMark: 256 * 1024 });
  for await (const chunk of stream) if (Buffer.isBuffer(chunk)) yield chunk;
}

/** Bytes of an unfinished character at the end of a buffer: 0 to 3. */
function unfinishedUtf8(buffer: Buffer): number {
  for (let back = 1; back <= 3 && back <= buffer.length; back += 1) {
    const byte = buffer[buffer.length - back] ?? 0;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) {
      const needed = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
      return needed > back ? back : 0;
    }
  }
  return 0;
}
