import type { ReadLimits } from "../limits.js";
import { ReadError } from "../readError.js";
import type { ZipEntry } from "./zipDirectory.js";
import { ZipFile } from "./zipFile.js";

/** What a walk over all entries of a zip found. */
export interface ZipWeight {
  /** Bytes of all entries together, as counted while inflating, not as declared. */
  inflatedBytes: number;
}

const XML_PART = /\.(xml|rels|vml)$/i;
const PROLOG_BYTES = 64 * 1024;

/**
 * Inflates every entry once, keeping nothing, before any parser sees the file: counts bytes against
 * the caps, compares sizes and checksums with what was declared, and refuses XML parts that declare
 * a document type or entities, or are not UTF-8. Raises the errors of `ZipFile.stream`, and
 * `xmlDoctype`.
 */
export async function preflightZip(path: string, limits: ReadLimits): Promise<ZipWeight> {
  const zip = await ZipFile.open(path, limits);
  try {
    let inflatedBytes = 0;
    for (const entry of zip.entries.values()) inflatedBytes += await walkEntry(zip, entry);
    return { inflatedBytes };
  } finally {
    await zip.close();
  }
}

async function walkEntry(zip: ZipFile, entry: ZipEntry): Promise<number> {
  let size = 0;
  let prolog: Buffer | null = XML_PART.test(entry.name) ? Buffer.alloc(0) : null;
  for await (const chunk of zip.stream(entry)) {
    size += chunk.length;
    if (prolog) {
      prolog = Buffer.concat([prolog, chunk.subarray(0, PROLOG_BYTES - prolog.length)]);
      if (prologIsHarmless(prolog, entry.name)) prolog = null;
    }
  }
  return size;
}

/** Whether the root element begins within these bytes and nothing before it declares anything. */
function prologIsHarmless(prolog: Buffer, part: string): boolean {
  if (prolog.length >= 2 && (prolog[0] === 0 || prolog[1] === 0 || (prolog[0] ?? 0) >= 0xfe)) {
    // Parts that are only carried along, such as the queries behind a sheet, may be UTF-16: nobody reads them.
    if (/^customxml\//i.test(part)) return true;
    throw new ReadError("fileDamaged", { part });
  }
  const text = prolog.toString("latin1").replace(/<!--[\s\S]*?-->/g, "");
  const root = text.search(/<[A-Za-z_]/);
  if (/<!(DOCTYPE|ENTITY)/i.test(root < 0 ? text : text.slice(0, root))) {
    throw new ReadError("xmlDoctype", { part });
  }
  if (root < 0 && prolog.length >= PROLOG_BYTES) throw new ReadError("fileDamaged", { part });
  return root >= 0;
}
