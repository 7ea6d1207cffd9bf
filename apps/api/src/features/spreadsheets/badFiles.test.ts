import { truncate } from "node:fs/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import * as XLSX from "xlsx";
import { defaultLimits, type ReadLimits } from "./limits.js";
import {
  errorOf,
  type MadePart,
  makeFolder,
  makeOds,
  makeXlsx,
  makeZip,
  readAll,
  rowXml,
  xlsxParts,
} from "./reading.factory.js";
import { sniffFormat } from "./sniff.js";
import { preflightZip } from "./zip/zipPreflight.js";

let files: Awaited<ReturnType<typeof makeFolder>>;
beforeAll(async () => {
  files = await makeFolder();
});
afterAll(() => files.clear());

const rows = rowXml(1, ["Nome", "Valor"]) + rowXml(2, ["Ana", "1"]);
const preflight = async (parts: MadePart[], limits: Partial<ReadLimits> = {}) =>
  errorOf(preflightZip(await files.write(makeZip(parts)), { ...defaultLimits, ...limits }));
const found = async (content: string | Buffer) =>
  errorOf(sniffFormat(await files.write(content, "clientes.xlsx"), defaultLimits));

setFlagsFromString("--expose-gc");
const collectGarbage: () => void = runInNewContext("gc");

const bytesOfBuffers = () => process.memoryUsage().arrayBuffers;

describe("zips that are not what they claim", () => {
  test("entries that inflate beyond the cap are refused while they inflate, in flat memory", async () => {
    const data = Buffer.alloc(8_000_000);
    const bomb = makeZip(
      Array.from({ length: 50 }, (_, index) => ({ name: `${index}.bin`, data })),
    );
    const path = await files.write(bomb);
    collectGarbage();
    // Less than a third of what is inflated.
    const bound = bytesOfBuffers() + 90_000_000;
    let looks = 0;
    let most = 0;
    const watch = setInterval(() => {
      looks += 1;
      // When what nobody holds is collected is up to the engine. To collect the whole heap takes long on a busy machine: it is
      // done where it may make a difference, which is a few times at the most.
      if (bytesOfBuffers() > bound) collectGarbage();
      most = Math.max(most, bytesOfBuffers());
    }, 5);
    const error = await errorOf(
      preflightZip(path, {
        ...defaultLimits,
        maxInflatedBytes: 300 * 1024 ** 2,
        maxInflateRatio: 1e9,
      }),
    ).finally(() => clearInterval(watch));
    expect(error).toEqual({ code: "zipTooLarge", params: { limit: 300 } });
    expect(looks).toBeGreaterThan(0);
    expect(most).toBeLessThan(bound);
  });

  test("entries that inflate to many times the file are refused", async () => {
    expect(await preflight([{ name: "a.bin", data: Buffer.alloc(70_000_000) }])).toEqual({
      code: "zipTooDense",
      params: { limit: 200 },
    });
  });

  test("a declared size that is too small or too large is a lie", async () => {
    for (const size of [3, 1_900_000_000]) {
      expect(await preflight([{ name: "a.xml", data: "<a>text</a>", size }])).toEqual({
        code: "zipSizesDisagree",
        params: { part: "a.xml" },
      });
    }
  });

  test("a wrong checksum, two parts of one name, a locked part, too many parts", async () => {
    expect((await preflight([{ name: "a.xml", data: "<a/>", crc: 1 }])).code).toBe("fileDamaged");
    const twice = { name: "a.xml", data: "<a/>" };
    expect((await preflight([twice, { ...twice, name: "A.xml" }])).code).toBe("fileDamaged");
    expect((await preflight([{ ...twice, encrypted: true }])).code).toBe("passwordProtected");
    expect((await preflight([twice, { ...twice, name: "b" }], { maxZipEntries: 1 })).code).toBe(
      "zipTooManyParts",
    );
  });

  test("the same caps hold while the rows are read", async () => {
    const lying = xlsxParts({ sheets: [{ name: "A", data: rows }] }).map((part) =>
      part.name === "xl/sharedStrings.xml" ? { ...part, size: 5 } : part,
    );
    const path = await files.write(makeZip(lying));
    expect((await errorOf(readAll(path))).code).toBe("zipSizesDisagree");
  });
});

describe("XML that declares something", () => {
  const declared = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>';

  test.each([
    "xl/worksheets/sheet1.xml",
    "xl/sharedStrings.xml",
    "xl/workbook.xml",
    "docProps/core.xml",
  ])("in %s is refused", async (name) => {
    const parts = xlsxParts({
      sheets: [{ name: "A", data: rows }],
      more: [{ name: "docProps/core.xml", data: "<a/>" }],
    });
    const bad = parts.map((part) =>
      part.name === name ? { ...part, data: `${declared}<a>&x;</a>` } : part,
    );
    const path = await files.write(makeZip(bad));
    const error = await errorOf(readAll(path));
    expect(error).toEqual({ code: "xmlDoctype", params: { part: name } });
  });

  test("is refused by the reader too, wherever it is", async () => {
    const path = await files.write(makeXlsx(`${rows}<!DOCTYPE a>`));
    expect((await errorOf(readAll(path))).code).toBe("xmlDoctype");
  });

  test("in UTF-16 does not slip through", async () => {
    const part = { name: "a.xml", data: Buffer.from(`\ufeff${declared}<a/>`, "utf16le") };
    expect((await preflight([part])).code).toBe("fileDamaged");
  });

  test("within a comment declares nothing", async () => {
    const path = await files.write(makeZip([{ name: "a.xml", data: "<!-- <!DOCTYPE a> --><a/>" }]));
    expect(await preflightZip(path, defaultLimits)).toEqual({ inflatedBytes: 25 });
  });
});

describe("files under another name", () => {
  const word = makeZip([
    { name: "[Content_Types].xml", data: "<Types/>" },
    { name: "word/document.xml", data: "<a/>" },
  ]);

  test.each<[string, string | Buffer, string]>([
    ["HTML", "\ufeff <!DOCTYPE html><html><table><tr><td>1</td></tr></table></html>", "html"],
    ["an HTML table alone", "<table><tr><td>Nome</td></tr></table>", "html"],
    ["UTF-16 HTML", Buffer.from("\ufeff<html><body>", "utf16le"), "html"],
    [
      "Excel 2003 XML",
      '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook/>',
      "xmlSpreadsheet",
    ],
    ["XML", '<?xml version="1.0"?><nfe/>', "xml"],
    ["JSON", '[{"name": "Ana"}]', "json"],
    ["PDF", "%PDF-1.7\n", "pdf"],
    ["PNG", Buffer.from("\x89PNG\r\n\x1a\n", "latin1"), "image"],
    ["RTF", "{\\rtf1\\ansi", "rtf"],
    ["gzip", Buffer.from([0x1f, 0x8b, 8, 0]), "archive"],
    ["docx", word, "docx"],
    ["a zip of other files", makeZip([{ name: "clientes.csv", data: "a;b" }]), "archive"],
    [
      "an OpenDocument text",
      makeZip([{ name: "mimetype", data: "application/vnd.oasis.opendocument.text" }]),
      "odt",
    ],
    ["Apple Numbers", makeZip([{ name: "Index/Document.iwa", data: "x" }]), "numbers"],
    [
      "random bytes",
      Buffer.from(Array.from({ length: 4_096 }, (_, index) => (index * 7_919) % 251)),
      "binary",
    ],
    ["UTF-32", Buffer.from([0xff, 0xfe, 0, 0, 0x41, 0, 0, 0]), "binary"],
  ])("%s is named for what it is", async (_name, content, kind) => {
    expect(await found(content)).toEqual({ code: "notASpreadsheet", params: { found: kind } });
  });

  test.each<[string, string | Buffer]>([
    ["xlsx", makeXlsx(rows)],
    ["ods", makeOds("")],
    ["csv", "Nome;Valor\nAna;1\n"],
    ["csv", "[id];{x}\n1;2\n"],
    ["xls", workbook("biff8")],
    ["xls", workbook("biff5")],
    ["xls", workbook("biff2")],
    ["xlsb", workbook("xlsb")],
  ])("%s is told by its content", async (format, content) => {
    expect(await sniffFormat(await files.write(content, "clientes.pdf"), defaultLimits)).toBe(
      format,
    );
  });
});

describe("locked and cut off", () => {
  test("a workbook protected by a password", async () => {
    const book = XLSX.CFB.utils.cfb_new();
    XLSX.CFB.utils.cfb_add(book, "EncryptionInfo", Buffer.alloc(5_000));
    XLSX.CFB.utils.cfb_add(book, "EncryptedPackage", Buffer.alloc(5_000));
    expect((await found(Buffer.from(XLSX.CFB.write(book, { type: "buffer" })))).code).toBe(
      "passwordProtected",
    );
  });

  test("an .xls protected by a password", async () => {
    const start = Buffer.from([
      9,
      8,
      16,
      0,
      0,
      6,
      5,
      0,
      ...new Array<number>(12).fill(0),
      0x2f,
      0,
      6,
      0,
      0,
      0,
      1,
      2,
      3,
      4,
    ]);
    const book = XLSX.CFB.utils.cfb_new();
    XLSX.CFB.utils.cfb_add(book, "Workbook", Buffer.concat([start], 6_000));
    expect((await found(Buffer.from(XLSX.CFB.write(book, { type: "buffer" })))).code).toBe(
      "passwordProtected",
    );
  });

  test("an .ods protected by a password", async () => {
    const locked = makeZip([
      { name: "mimetype", data: "application/vnd.oasis.opendocument.spreadsheet" },
      {
        name: "META-INF/manifest.xml",
        data: "<manifest:manifest><manifest:encryption-data/></manifest:manifest>",
      },
    ]);
    expect((await found(locked)).code).toBe("passwordProtected");
  });

  test("a Word document in the old format", async () => {
    const book = XLSX.CFB.utils.cfb_new();
    XLSX.CFB.utils.cfb_add(book, "WordDocument", Buffer.alloc(5_000));
    expect((await found(Buffer.from(XLSX.CFB.write(book, { type: "buffer" })))).params).toEqual({
      found: "docx",
    });
  });

  test.each<[string, Buffer]>([
    ["xlsx", makeXlsx(rows)],
    ["xlsb", workbook("xlsb")],
    ["xls", workbook("biff8")],
  ])("a truncated %s", async (_name, content) => {
    const path = await files.write(content);
    await truncate(path, Math.floor(content.length * 0.6));
    expect((await errorOf(readAll(path))).code).toBe("fileTruncated");
  });

  test("a damaged xlsx: bytes changed in the middle", async () => {
    const content = makeXlsx(
      rows +
        Array.from({ length: 2_000 }, (_, index) =>
          rowXml(index + 3, [`Nome ${index * 7}`, "1"]),
        ).join(""),
    );
    content.fill(0x55, content.length / 2, content.length / 2 + 64);
    const { code } = await errorOf(readAll(await files.write(content)));
    expect(["fileDamaged", "zipSizesDisagree"]).toContain(code);
  });
});

function workbook(bookType: "biff8" | "biff5" | "biff2" | "xlsb"): Buffer {
  const book = XLSX.utils.book_new();
  const data = [
    ["Nome", "Valor"],
    ...Array.from({ length: 200 }, (_, index) => [`Cliente ${index}`, index]),
  ];
  XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet(data), "Clientes");
  return Buffer.from(XLSX.write(book, { type: "buffer", bookType }));
}
