/** The media type of a file whose content is not recognised. */
const UNKNOWN = "application/octet-stream";

/** How many bytes of a file's start are needed to recognise it. */
export const HEAD_BYTES = 4096;

const INLINE = new Set([
  "image/png",
  "image/jpeg",
  "image/gif",
  "image/webp",
  "image/avif",
  "image/bmp",
  "application/pdf",
]);

/** Whether a browser may show it in a page of ours; never a type that can contain a script. */
export const isShownInline = (mediaType: string): boolean => INLINE.has(mediaType);

interface Signature {
  mediaType: string;
  at: number;
  bytes: Buffer;
}

const signature = (mediaType: string, bytes: string, at = 0): Signature => ({
  mediaType,
  at,
  bytes: Buffer.from(bytes, "latin1"),
});

const SIGNATURES: readonly Signature[] = [
  signature("image/png", "\x89PNG\r\n\x1a\n"),
  signature("image/jpeg", "\xff\xd8\xff"),
  signature("image/gif", "GIF87a"),
  signature("image/gif", "GIF89a"),
  signature("image/webp", "WEBP", 8),
  signature("image/avif", "ftypavif", 4),
  signature("image/heic", "ftypheic", 4),
  signature("image/bmp", "BM"),
  signature("image/tiff", "II*\0"),
  signature("image/tiff", "MM\0*"),
  signature("application/pdf", "%PDF-"),
  signature("application/postscript", "%!PS"),
  signature("application/rtf", "{\\rtf"),
  signature("application/zip", "PK\x03\x04"),
  signature("application/zip", "PK\x05\x06"),
  signature("application/x-ole-storage", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"),
  signature("application/gzip", "\x1f\x8b"),
  signature("application/x-7z-compressed", "7z\xbc\xaf\x27\x1c"),
  signature("application/vnd.rar", "Rar!\x1a\x07"),
  signature("video/mp4", "ftyp", 4),
  signature("video/webm", "\x1a\x45\xdf\xa3"),
  signature("audio/mpeg", "ID3"),
  signature("audio/wav", "WAVE", 8),
  signature("audio/ogg", "OggS"),
  signature("application/x-msdownload", "MZ"),
  signature("application/x-elf", "\x7fELF"),
];

const OFFICE = "application/vnd.openxmlformats-officedocument";

// Formats that share a container: what stands in it distinguishes them, else the ending of the name,
// which is trusted for nothing but the choice among these.
const IN_ZIP: readonly { mediaType: string; holds: string; ending: string }[] = [
  { mediaType: `${OFFICE}.spreadsheetml.sheet`, holds: "xl/", ending: "xlsx" },
  { mediaType: `${OFFICE}.wordprocessingml.document`, holds: "word/", ending: "docx" },
  { mediaType: `${OFFICE}.presentationml.presentation`, holds: "ppt/", ending: "pptx" },
  {
    mediaType: "application/vnd.oasis.opendocument.spreadsheet",
    holds: "application/vnd.oasis.opendocument.spreadsheet",
    ending: "ods",
  },
  {
    mediaType: "application/vnd.oasis.opendocument.text",
    holds: "application/vnd.oasis.opendocument.text",
    ending: "odt",
  },
];
const IN_OLE: Readonly<Record<string, string>> = {
  xls: "application/vnd.ms-excel",
  doc: "application/msword",
  ppt: "application/vnd.ms-powerpoint",
  msg: "application/vnd.ms-outlook",
};
const IN_TEXT: Readonly<Record<string, string>> = {
  csv: "text/csv",
  tsv: "text/tab-separated-values",
  json: "application/json",
  md: "text/markdown",
};

function inZip(head: Buffer, ending: string): string {
  const text = head.toString("latin1");
  const found = IN_ZIP.find(({ holds }) => text.includes(holds));
  if (found) return found.mediaType;
  const isOffice = text.includes("[Content_Types].xml");
  return (
    (isOffice && IN_ZIP.find((format) => format.ending === ending)?.mediaType) || "application/zip"
  );
}

function readText(head: Buffer): string | null {
  const utf16 =
    head[0] === 0xff && head[1] === 0xfe
      ? "utf-16le"
      : head[0] === 0xfe && head[1] === 0xff
        ? "utf-16be"
        : null;
  if (utf16) return new TextDecoder(utf16).decode(head.subarray(0, head.length & ~1));
  // Content without control characters is text, in UTF-8 or in an older encoding.
  for (const byte of head) {
    if (byte < 0x09 || (byte > 0x0d && byte < 0x20 && byte !== 0x1b) || byte === 0x7f) return null;
  }
  return head.toString("utf8");
}

function ofText(text: string, ending: string): string {
  const start = text.replace(/^\uFEFF/, "").trimStart();
  if (/<svg[\s>]/i.test(start) && start.startsWith("<")) return "image/svg+xml";
  if (/^<(!doctype\s+html|html|head|body|script|iframe|!--)/i.test(start)) return "text/html";
  if (start.startsWith("<?xml")) return "application/xml";
  // Browsers treat text that contains tags as HTML, so it is labelled as HTML wherever it may be.
  if (start.startsWith("<")) return "text/html";
  return IN_TEXT[ending] ?? "text/plain";
}

/** Recognises a file by its first HEAD_BYTES bytes; `name` decides only among formats with the same signature. */
export function mediaTypeOf(head: Buffer, name: string): string {
  const ending = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? "";
  const found = SIGNATURES.find(({ at, bytes }) =>
    head.subarray(at, at + bytes.length).equals(bytes),
  )?.mediaType;
  if (found === "application/zip") return inZip(head, ending);
  if (found === "application/x-ole-storage") return IN_OLE[ending] ?? found;
  // Two letters do not identify a picture or a program if the content is readable text.
  const weak = found === "image/bmp" || found === "application/x-msdownload";
  if (found && !weak) return found;
  const text = readText(head);
  if (text !== null) return head.length === 0 ? UNKNOWN : ofText(text, ending);
  return found ?? UNKNOWN;
}
