import { open } from "node:fs/promises";
import { encodingOfStart } from "./csv/encoding.js";
import type { ReadLimits } from "./limits.js";
import type { FoundKind } from "./messages/fileMessages.js";
import { ReadError } from "./readError.js";
import type { SheetFormat } from "./sheetFormat.js";
import { sniffOle } from "./xlsx/oleFile.js";
import { workbookPath } from "./xlsx/workbook.js";
import type { ZipEntry } from "./zip/zipDirectory.js";
import { ZipFile } from "./zip/zipFile.js";

const HEAD_BYTES = 64 * 1024;
/** Styles come before the body. */
const BODY_BYTES = 4 * 1024 ** 2;

/** What a file begins with, byte for byte as Latin-1; the second entry, if any, follows at that place. */
const SIGNATURES: [FoundKind, string, [number, string]?][] = [
  ["pdf", "%PDF-"],
  ["rtf", "{\\rtf"],
  ["image", "\x89PNG"],
  ["image", "\xff\xd8\xff"],
  ["image", "GIF8"],
  ["image", "BM", [6, "\0\0\0\0"]],
  ["image", "II*\0"],
  ["image", "MM\0*"],
  ["image", "RIFF", [8, "WEBP"]],
  ["image", "", [4, "ftyphei"]],
  ["image", "", [4, "ftypmif1"]],
  ["image", "", [4, "ftypavif"]],
  ["archive", "\x1f\x8b"],
  ["archive", "7z\xbc\xaf"],
  ["archive", "Rar!"],
  ["archive", "BZh"],
  ["archive", "\xfd7zXZ"],
  ["archive", "", [257, "ustar"]],
  ["binary", "SQLite format 3"],
  ["binary", "PAR1"],
  ["binary", "\x7fELF"],
  ["binary", "MZ", [3, "\0"]],
];

/** Worksheets of Excel 2 to 4 are bare records; this is the first one of each. */
const BARE_XLS = [
  "\x09\0\x04\0",
  "\x09\x02\x06\0",
  "\x09\x04\x06\0",
  "\x09\x08\x08\0",
  "\x09\x08\x10\0",
];

/**
 * Tells a file's format by its content, never by its name. Raises `emptyFile`, `passwordProtected`,
 * `fileTruncated`, or `notASpreadsheet` with what was found instead.
 */
export async function sniffFormat(path: string, limits: ReadLimits): Promise<SheetFormat> {
  const head = await readHead(path);
  if (head.length === 0) throw new ReadError("emptyFile");
  const start = head.toString("latin1");
  if (start.startsWith("PK\x03\x04") || start.startsWith("PK\x05\x06"))
    return sniffZip(path, limits);
  if (start.startsWith("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")) return sniffOle(path);
  if (BARE_XLS.some((record) => start.startsWith(record))) return "xls";
  for (const [found, first, later] of SIGNATURES) {
    if (!start.startsWith(first)) continue;
    if (!later || start.startsWith(later[1], later[0])) throw notASpreadsheet(found);
  }
  return sniffText(head);
}

async function sniffZip(path: string, limits: ReadLimits): Promise<SheetFormat> {
  const zip = await ZipFile.open(path, limits);
  try {
    const names = [...zip.entries.keys()];
    const mimetype = zip.entry("mimetype");
    if (mimetype) {
      const type = (await zip.bytes(mimetype, 1_000)).toString("latin1").trim();
      if (/^application\/vnd\.(oasis\.opendocument|sun\.xml\.calc)/.test(type)) {
        if (!/spreadsheet|calc/.test(type)) throw notASpreadsheet("odt");
        return await checkOdsPassword(zip);
      }
    }
    const content = zip.entry("content.xml");
    if (!mimetype && content) {
      const kind = await openDocumentKind(zip, content);
      if (kind === "spreadsheet") return await checkOdsPassword(zip);
      if (kind) throw notASpreadsheet("odt");
    }
    if (names.some((name) => name.startsWith("word/"))) throw notASpreadsheet("docx");
    if (names.some((name) => name.startsWith("ppt/"))) throw notASpreadsheet("pptx");
    if (names.some((name) => name.endsWith(".iwa") || name === "index.zip"))
      throw notASpreadsheet("numbers");
    if (!zip.entry("[Content_Types].xml") && !zip.entry("xl/workbook.xml"))
      throw notASpreadsheet("archive");
    const workbook = await workbookPath(zip);
    if (!zip.entry(workbook)) throw notASpreadsheet("archive");
    return workbook.toLowerCase().endsWith(".bin") ? "xlsb" : "xlsx";
  } finally {
    await zip.close();
  }
}

/** What an OpenDocument file without `mimetype`, as some programs write it, holds: its body says so. */
async function openDocumentKind(zip: ZipFile, content: ZipEntry): Promise<string | null> {
  let text = "";
  for await (const chunk of zip.stream(content)) {
    text += chunk.toString("latin1");
    const kind = /<office:body\b[^>]*>\s*<office:(\w+)/.exec(text)?.[1];
    if (kind || text.length > BODY_BYTES) return kind ?? null;
  }
  return null;
}

async function checkOdsPassword(zip: ZipFile): Promise<SheetFormat> {
  const manifest = zip.entry("META-INF/manifest.xml");
  if (manifest) {
    const text = (await zip.bytes(manifest, 4_000_000)).toString("utf8");
    if (/<(\w+:)?encryption-data\b/.test(text)) throw new ReadError("passwordProtected");
  }
  return "ods";
}

function sniffText(head: Buffer): SheetFormat {
  const mark = encodingOfStart(head);
  if (isUtf32(head)) throw notASpreadsheet("binary");
  const decoder = new TextDecoder(mark?.encoding ?? "windows-1252");
  const text = decoder.decode(head, { stream: true });
  const begin = text.trimStart().slice(0, 4_096);
  if (/^OFXHEADER\s*:|^<OFX>|^(?:<\?xml[^>]*\?>\s*)?<\?OFX\b|^<\?xml[^>]*\?>\s*<OFX>/i.test(begin))
    return "ofx";
  if (/^<\?xml|^<Workbook\b/i.test(begin)) {
    const excel = /<(?:\w+:)?Workbook\b|progid="Excel\.Sheet"/i.test(begin);
    throw notASpreadsheet(excel ? "xmlSpreadsheet" : /<html\b/i.test(begin) ? "html" : "xml");
  }
  if (
    /^(?:<!--[\s\S]*?-->\s*)?<(?:!doctype html|html|head|body|table|meta|style|div|script)\b/i.test(
      begin,
    )
  ) {
    throw notASpreadsheet("html");
  }
  if (/^(?:MIME-Version:|From: .*\nMIME)/i.test(begin)) throw notASpreadsheet("html");
  if (/^BEGIN:VCARD\s/i.test(begin)) return "vcf";
  if (isJsonObject(text.trimStart().split(/\r?\n/, 1)[0] ?? "")) return "jsonl";
  if (/^(?:\{\s*"[^"\n]*"\s*:|\[\s*[{[])/.test(begin)) throw notASpreadsheet("json");
  if (isBinary(text)) throw notASpreadsheet("binary");
  return "csv";
}

/** The first line of JSON Lines is an object, whole. */
function isJsonObject(line: string): boolean {
  if (!/^\{.*\}\s*$/s.test(line)) return false;
  try {
    JSON.parse(line);
    return true;
  } catch {
    return false;
  }
}

function isUtf32(head: Buffer): boolean {
  const start = head.toString("latin1", 0, 4);
  return start === "\xff\xfe\0\0" || start === "\0\0\xfe\xff";
}

/** Control characters other than white space, end of file and the odd NUL are no text. */
function isBinary(text: string): boolean {
  let controls = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code < 32 && !(code >= 9 && code <= 13) && code !== 26 && code !== 27) controls += 1;
  }
  return controls > Math.max(4, text.length / 100);
}

function notASpreadsheet(found: FoundKind): ReadError {
  return new ReadError("notASpreadsheet", { found });
}

async function readHead(path: string): Promise<Buffer> {
  const file = await open(path, "r");
  try {
    const head = Buffer.alloc(HEAD_BYTES);
    const { bytesRead } = await file.read(head, 0, HEAD_BYTES, 0);
    return head.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}
