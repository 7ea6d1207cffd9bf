import { isUtf8 } from "node:buffer";
import { ReadError } from "../readError.js";

/** What hears the tags and texts of an XML part, names without their prefix. */
export interface XmlHandler {
  /** `attributes` is the raw text between the name and the end of the tag; see `attribute`. */
  open(name: string, attributes: string): void;
  close(name: string): void;
  /** Raw text; see `decodeXml`. Only called while `wantsText`. */
  text(raw: string): void;
  readonly wantsText: boolean;
}

const GREATER = 62;
const SLASH = 47;
const BANG = 33;
const QUESTION = 63;
const QUOTE = 34;
const APOSTROPHE = 39;
const COLON = 58;

/**
 * Walks XML that arrives in pieces. Keeps nothing but the tag or text that is not yet whole. Knows no
 * entities besides the five of XML and refuses a document type (`xmlDoctype`), so that nothing
 * outside the part is ever read; raises `fileDamaged` where the part is not XML or stops in the middle.
 */
export class XmlScanner {
  /** Bytes behind the last tag so far. */
  private pending: Buffer | null = null;
  /** The beginning of a tag, comment or CDATA section that has not come whole. */
  private rest = "";
  private readonly names = new Map<string, string>();
  private readonly opened: string[] = [];
  private seen = false;

  constructor(
    private readonly handler: XmlHandler,
    private readonly part: string,
    private readonly maxPiece = 4_000_000,
  ) {}

  write(chunk: Buffer): void {
    // Cut behind a tag: no character is split, and the text is flat, which is faster to walk.
    const bytes = this.pending ? Buffer.concat([this.pending, chunk]) : chunk;
    const cut = bytes.lastIndexOf(GREATER) + 1;
    this.pending = cut === bytes.length ? null : bytes.subarray(cut);
    if ((this.pending?.length ?? 0) > this.maxPiece) throw this.damaged();
    if (cut > 0) this.scan(this.decode(bytes.subarray(0, cut)));
  }

  private decode(bytes: Buffer): string {
    if (!isUtf8(bytes)) throw this.damaged();
    return this.rest === "" ? bytes.toString("utf8") : this.rest + bytes.toString("utf8");
  }

  private scan(buffer: string): void {
    let position = 0;
    for (;;) {
      const tag = buffer.indexOf("<", position);
      if (tag < 0) break;
      if (tag > position && this.handler.wantsText) this.handler.text(buffer.slice(position, tag));
      position = tag;
      const next = this.readTag(buffer, tag);
      if (next < 0) break;
      position = next;
    }
    this.rest = buffer.slice(position);
    if (this.rest.length > this.maxPiece) throw this.damaged();
  }

  /** To be called after the last piece. */
  end(): void {
    const rest = this.rest + (this.pending?.toString("latin1") ?? "");
    if (this.opened.length > 0 || !this.seen || rest.trim() !== "") throw this.damaged();
  }

  /** Handles the tag at `start`; answers where it ends, or -1 where the rest has not come yet. */
  private readTag(buffer: string, start: number): number {
    const first = buffer.charCodeAt(start + 1);
    if (Number.isNaN(first)) return -1;
    if (first === BANG) return this.readDeclaration(buffer, start);
    if (first === QUESTION) {
      const end = buffer.indexOf("?>", start);
      return end < 0 ? -1 : end + 2;
    }
    const end = tagEnd(buffer, start);
    if (end < 0) return -1;
    if (first === SLASH) {
      const name = this.localName(buffer.slice(start + 2, end).trimEnd());
      if (this.opened.pop() !== name) throw this.damaged();
      this.handler.close(name);
      return end + 1;
    }
    const selfClosing = buffer.charCodeAt(end - 1) === SLASH;
    const inside = selfClosing ? end - 1 : end;
    let nameEnd = start + 1;
    while (nameEnd < inside && buffer.charCodeAt(nameEnd) > 32) nameEnd += 1;
    const name = this.localName(buffer.slice(start + 1, nameEnd));
    this.seen = true;
    this.handler.open(name, nameEnd === inside ? "" : buffer.slice(nameEnd, inside));
    if (selfClosing) this.handler.close(name);
    else this.opened.push(name);
    return end + 1;
  }

  private readDeclaration(buffer: string, start: number): number {
    if (buffer.startsWith("<!--", start)) {
      const end = buffer.indexOf("-->", start + 4);
      return end < 0 ? -1 : end + 3;
    }
    if (buffer.startsWith("<![CDATA[", start)) {
      const end = buffer.indexOf("]]>", start + 9);
      if (end < 0) return -1;
      const text = buffer.slice(start + 9, end);
      if (this.handler.wantsText && text !== "") this.handler.text(text.replaceAll("&", "&amp;"));
      return end + 3;
    }
    if (buffer.length - start < 9) return -1;
    throw new ReadError("xmlDoctype", { part: this.part });
  }

  private localName(name: string): string {
    if (name.length === 1) return name;
    const known = this.names.get(name);
    if (known !== undefined) return known;
    let colon = -1;
    for (let index = 0; index < name.length; index += 1) {
      if (name.charCodeAt(index) === COLON) colon = index;
    }
    const local = name.slice(colon + 1);
    if (local === "") throw this.damaged();
    if (this.names.size < 1_000) this.names.set(name, local);
    return local;
  }

  private damaged(): ReadError {
    return new ReadError("fileDamaged", { part: this.part });
  }
}

/** The `>` that ends a tag: one inside a quoted attribute does not. */
function tagEnd(buffer: string, start: number): number {
  let quote = 0;
  for (let index = start + 1; index < buffer.length; index += 1) {
    const code = buffer.charCodeAt(index);
    if (quote !== 0) {
      if (code === quote) quote = 0;
    } else if (code === GREATER) return index;
    else if (code === QUOTE || code === APOSTROPHE) quote = code;
  }
  return -1;
}

/** The decoded value of an attribute by its name, which may be given without its prefix. */
export function attribute(attributes: string, name: string): string | undefined {
  let position = 0;
  for (;;) {
    const equals = attributes.indexOf("=", position);
    if (equals < 0) return undefined;
    let start = equals + 1;
    while (attributes.charCodeAt(start) <= 32) start += 1;
    const quote = attributes.charAt(start);
    const end = quote === '"' || quote === "'" ? attributes.indexOf(quote, start + 1) : -1;
    if (end < 0) return undefined;
    const key = attributes.slice(position, equals).trim();
    if (
      key === name ||
      (key.endsWith(name) && key.charCodeAt(key.length - name.length - 1) === COLON)
    ) {
      return decodeXml(attributes.slice(start + 1, end));
    }
    position = end + 1;
  }
}

const NAMED: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** Text with the five entities of XML and character references put in; others stay as written. */
export function decodeXml(raw: string): string {
  if (raw.indexOf("&") < 0) return raw;
  return raw.replace(
    /&(?:#x([0-9a-f]{1,6})|#([0-9]{1,7})|(amp|lt|gt|quot|apos));/gi,
    (whole, hex, decimal, named) => {
      if (typeof named === "string") return NAMED[named.toLowerCase()] ?? whole;
      const code = typeof hex === "string" ? Number.parseInt(hex, 16) : Number(decimal);
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );
}

/** Runs a part's bytes through a handler; `done` can stop it early. */
export async function scanXml(
  chunks: AsyncIterable<Buffer>,
  handler: XmlHandler,
  part: string,
  done: () => boolean = () => false,
): Promise<void> {
  const scanner = new XmlScanner(handler, part);
  for await (const chunk of chunks) {
    scanner.write(chunk);
    if (done()) return;
  }
  scanner.end();
}
