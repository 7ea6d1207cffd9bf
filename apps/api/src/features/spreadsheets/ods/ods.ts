import type { ReadLimits } from "../limits.js";
import { ReadError } from "../readError.js";
import type { RawRow } from "../row.js";
import type { SheetInfo } from "../sheetInfo.js";
import type { RowSource } from "../source.js";
import { scanXml, XmlScanner } from "../xml/xml.js";
import { ZipFile } from "../zip/zipFile.js";
import { OdsRows } from "./odsRows.js";

/** An .ods file as a source of rows, streamed from the one part that contains all sheets. */
export async function openOds(path: string, limits: ReadLimits): Promise<RowSource> {
  const zip = await ZipFile.open(path, limits);
  try {
    const part = zip.entry("content.xml");
    if (!part) throw new ReadError("fileDamaged", { part: "content.xml" });
    const listing = new OdsRows(null, limits.maxColumns);
    await scanXml(zip.stream(part), listing, part.name);
    const sheets = listing.tables.map((table): SheetInfo => ({ ...table, readable: true }));
    let taken = 0;
    return {
      format: "ods",
      text: null,
      doubt: null,
      sheets,
      progress: () => taken / Math.max(1, part.size),
      close: () => zip.close(),
      async *rows(sheet): AsyncGenerator<RawRow[]> {
        zip.resetCount();
        taken = 0;
        const rows = new OdsRows(sheet, limits.maxColumns);
        const scanner = new XmlScanner(rows, part.name);
        for await (const chunk of zip.stream(part)) {
          taken += chunk.length;
          scanner.write(chunk);
          const ready = rows.rows;
          rows.rows = [];
          if (ready.length > 0) yield ready;
          if (rows.finished) return;
        }
        scanner.end();
      },
    };
  } catch (error) {
    await zip.close();
    throw error;
  }
}
