import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { crc32, deflateRawSync } from "node:zlib";
import { defaultLimits, type ReadLimits } from "./limits.js";
import { ReadError } from "./readError.js";
import { inspectTable, readTable } from "./readTable.js";
import type { Row } from "./row.js";
import type { Inspection, ReadSummary, SheetChoice } from "./sheetChoice.js";

/** A part of a zip for tests; fields besides name and data are false claims about it. */
export interface MadePart {
  name: string;
  data: string | Buffer;
  size?: number;
  crc?: number;
  encrypted?: boolean;
}

/** A zip file of those parts, deflated, in that order. */
export function makeZip(parts: MadePart[]): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const part of parts) {
    const data = Buffer.from(part.data);
    const packed = deflateRawSync(data);
    const name = Buffer.from(part.name);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(part.encrypted ? 1 : 0, 2);
    fields.writeUInt16LE(8, 4);
    fields.writeUInt32LE(part.crc ?? crc32(data), 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(part.size ?? data.length, 18);
    fields.writeUInt16LE(name.length, 22);
    const body = Buffer.concat([Buffer.from("PK\x03\x04"), fields, name, packed]);
    const entry = Buffer.alloc(14);
    entry.writeUInt32LE(offset, 10);
    directory.push(Buffer.from("PK\x01\x02"), Buffer.from([20, 0]), fields, entry, name);
    bodies.push(body);
    offset += body.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(parts.length, 4);
  end.writeUInt16LE(parts.length, 6);
  end.writeUInt32LE(central.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...bodies, central, Buffer.from("PK\x05\x06"), end]);
}

/** A sheet of a workbook for tests: the XML of its rows, or a chart. */
export interface MadeSheet {
  name: string;
  /** What stands inside `sheetData`. */
  data?: string;
  /** What stands before `sheetData`. */
  before?: string;
  after?: string;
  state?: "hidden" | "veryHidden";
  chart?: boolean;
}

/** What a workbook for tests has besides its sheets. */
export interface MadeWorkbook {
  sheets?: MadeSheet[];
  /** The XML inside `sst`. */
  strings?: string;
  /** Format codes of the cell styles from 1 on; style 0 is General. */
  formats?: string[];
  date1904?: boolean;
  stringsLast?: boolean;
  /** The XML after `sheets` in the workbook. */
  workbookEnd?: string;
  more?: MadePart[];
}

const SPREADSHEET = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** The parts of an .xlsx file. */
export function xlsxParts(book: MadeWorkbook): MadePart[] {
  const sheets = book.sheets ?? [];
  const parts: MadePart[] = [
    { name: "[Content_Types].xml", data: '<?xml version="1.0"?><Types/>' },
    {
      name: "_rels/.rels",
      data: `<Relationships><Relationship Id="rId1" Type="${RELATION}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    },
    {
      name: "xl/workbook.xml",
      data: `<?xml version="1.0"?><workbook ${SPREADSHEET} xmlns:r="${RELATION}">${
        book.date1904 ? '<workbookPr date1904="1"/>' : ""
      }<sheets>${sheets
        .map(
          (sheet, index) =>
            `<sheet name="${sheet.name}" sheetId="${index + 1}"${sheet.state ? ` state="${sheet.state}"` : ""} r:id="rId${index + 1}"/>`,
        )
        .join("")}</sheets>${book.workbookEnd ?? ""}</workbook>`,
    },
    {
      name: "xl/_rels/workbook.xml.rels",
      data: `<Relationships>${sheets
        .map(
          (sheet, index) =>
            `<Relationship Id="rId${index + 1}" Type="${RELATION}/${sheet.chart ? "chartsheet" : "worksheet"}" Target="worksheets/sheet${index + 1}.xml"/>`,
        )
        .join(
          "",
        )}<Relationship Id="rIdS" Type="${RELATION}/sharedStrings" Target="/xl/sharedStrings.xml"/><Relationship Id="rIdT" Type="${RELATION}/styles" Target="styles.xml"/></Relationships>`,
    },
    { name: "xl/styles.xml", data: stylesXml(book.formats ?? []) },
  ];
  const strings = {
    name: "xl/sharedStrings.xml",
    data: `<sst ${SPREADSHEET}>${book.strings ?? ""}</sst>`,
  };
  if (!book.stringsLast) parts.push(strings);
  for (const [index, sheet] of sheets.entries()) {
    parts.push({
      name: `xl/worksheets/sheet${index + 1}.xml`,
      data: sheet.chart
        ? `<chartsheet ${SPREADSHEET}/>`
        : `<?xml version="1.0"?><worksheet ${SPREADSHEET}>${sheet.before ?? ""}<sheetData>${sheet.data ?? ""}</sheetData>${sheet.after ?? ""}</worksheet>`,
    });
  }
  if (book.stringsLast) parts.push(strings);
  return [...parts, ...(book.more ?? [])];
}

/** An .xlsx file with one sheet of those rows, or with what the workbook says. */
export function makeXlsx(book: MadeWorkbook | string): Buffer {
  return makeZip(
    xlsxParts(typeof book === "string" ? { sheets: [{ name: "Clientes", data: book }] } : book),
  );
}

/** A row of texts and raw cells (`<c …>`) for a sheet. */
export function rowXml(line: number, cells: string[]): string {
  const made = cells.map((cell) => (cell.startsWith("<c") ? cell : textXml(cell)));
  return `<row r="${line}">${made.join("")}</row>`;
}

/** A cell with its text in place, without a reference. */
export function textXml(text: string): string {
  return `<c t="inlineStr"><is><t xml:space="preserve">${text.replaceAll("&", "&amp;").replaceAll("<", "&lt;")}</t></is></c>`;
}

function stylesXml(formats: string[]): string {
  const codes = formats.map(
    (code, index) =>
      `<numFmt numFmtId="${164 + index}" formatCode="${code.replaceAll("&", "&amp;").replaceAll('"', "&quot;")}"/>`,
  );
  const styles = formats.map((_, index) => `<xf numFmtId="${164 + index}"/>`);
  return `<styleSheet ${SPREADSHEET}><numFmts>${codes.join("")}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${styles.join("")}</cellXfs></styleSheet>`;
}

/** An .ods file with that XML inside `office:spreadsheet`. */
export function makeOds(tables: string, styles = ""): Buffer {
  return makeZip([
    { name: "mimetype", data: "application/vnd.oasis.opendocument.spreadsheet" },
    {
      name: "content.xml",
      data: `<?xml version="1.0"?><office:document-content><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:spreadsheet>${tables}</office:spreadsheet></office:body></office:document-content>`,
    },
    { name: "META-INF/manifest.xml", data: "<manifest:manifest/>" },
  ]);
}

/** A folder for the files of one test file; `clear` removes it with them. */
export async function makeFolder() {
  const folder = await mkdtemp(join(tmpdir(), "reading-"));
  let count = 0;
  return {
    folder,
    /** Writes a file and returns its path; the name is independent of the content. */
    write: async (content: string | Buffer, name = "file.bin"): Promise<string> => {
      count += 1;
      const path = join(folder, `${count}-${name}`);
      await writeFile(path, content);
      return path;
    },
    clear: (): Promise<void> => rm(folder, { recursive: true, force: true }),
  };
}

/** Parses a file in this process: for tests of what is parsed rather than of where. */
export async function readAll(
  path: string,
  choice: SheetChoice = {},
  limits: Partial<ReadLimits> = {},
): Promise<{ inspection: Inspection; rows: Row[]; cells: string[][]; summary: ReadSummary }> {
  const caps = { ...defaultLimits, ...limits };
  const inspection = await inspectTable(path, choice, caps, []);
  const rows: Row[] = [];
  const reading = readTable(path, choice, caps, []);
  for (;;) {
    const next = await reading.next();
    if (next.done) {
      return { inspection, rows, cells: rows.map((row) => row.cells), summary: next.value };
    }
    rows.push(...next.value);
  }
}

/** The error that reading throws; fails where none is thrown. */
export async function errorOf(work: Promise<unknown>): Promise<{ code: string; params: object }> {
  try {
    await work;
  } catch (error) {
    if (error instanceof ReadError) return { code: error.code, params: error.params };
    throw error;
  }
  throw new Error("It was read without an error");
}
