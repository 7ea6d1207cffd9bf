import { mock } from "node:test";
import * as XLSX from "xlsx";
import {
  errorOf,
  makeFolder,
  makeXlsx,
  makeZip,
  readAll,
  rowXml,
  textXml,
} from "./reading.factory.js";

// Files as programs really write them, beyond the standards.

let files: Awaited<ReturnType<typeof makeFolder>>;
beforeAll(async () => {
  files = await makeFolder();
});
afterAll(() => files.clear());

const read = async (content: string | Buffer, choice = {}) =>
  readAll(await files.write(content), choice);

const table = rowXml(1, [textXml("Nome")]) + rowXml(2, [textXml("Ana")]);

describe("workbooks", () => {
  test("dates of 1904 stay so, though an extension of today's Excel has an element of the same name", async () => {
    const { rows } = await read(
      makeXlsx({
        date1904: true,
        formats: ["yyyy-mm-dd"],
        workbookEnd: `<extLst><ext><x15:workbookPr xmlns:x15="x" chartTrackingRefBase="1"/></ext></extLst>`,
        sheets: [
          {
            name: "A",
            data: `${rowXml(1, [textXml("Data")])}<row r="2"><c r="A2" s="1"><v>43708</v></c></row>`,
          },
        ],
      }),
    );
    expect(rows[0]?.cells).toEqual(["2023-09-01"]);
  });

  test("a row of formulas that were never calculated is reported, one whose text is empty is not", async () => {
    const data = `${rowXml(1, [textXml("Nome"), textXml("Cidade")])}
      <row r="2"><c r="A2" t="str"><f>"Beta"</f></c><c r="B2" t="str"><f>"Faro"</f></c></row>
      <row r="3"><c r="A3" t="str"><f>"x"</f><v>x</v></c><c r="B3" t="str"><f>""</f><v></v></c></row>`;
    const { rows } = await read(makeXlsx(data));
    expect(rows.map(({ line, issues }) => [line, issues?.map(({ code }) => code)])).toEqual([
      [2, ["formulaWithoutValue", "formulaWithoutValue"]],
      [3, undefined],
    ]);
  });

  test("parts that nobody reads may be UTF-16, as the queries of Power Query are", async () => {
    const query = Buffer.from(
      '\ufeff<?xml version="1.0" encoding="utf-16"?><DataMashup/>',
      "utf16le",
    );
    const { cells } = await read(
      makeXlsx({
        sheets: [{ name: "A", data: table }],
        more: [{ name: "customXml/item1.xml", data: query }],
      }),
    );
    expect(cells).toEqual([["Ana"]]);
  });

  test("a sheet whose name holds half of a character is named without it, and chosen by that name", async () => {
    const file = makeXlsx({ sheets: [{ name: "a&#xD83D;b", data: table }] });
    const { inspection } = await read(file);
    expect(inspection.sheet).toBe("a\ufffdb");
    expect((await read(file, { sheet: "a\ufffdb" })).cells).toEqual([["Ana"]]);
  });

  test("an .ods file without its media type is known by its body", async () => {
    const body = `<office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x"><office:body><office:spreadsheet>
      <table:table table:name="A"><table:table-row><table:table-cell><text:p>Nome</text:p></table:table-cell></table:table-row>
      <table:table-row><table:table-cell><text:p>Ana</text:p></table:table-cell></table:table-row></table:table>
      </office:spreadsheet></office:body></office:document-content>`;
    const { inspection, cells } = await read(makeZip([{ name: "content.xml", data: body }]));
    expect(inspection.format).toBe("ods");
    expect(cells).toEqual([["Ana"]]);
    const text = body.replaceAll("spreadsheet", "text");
    const odt = await files.write(makeZip([{ name: "content.xml", data: text }]));
    expect(await errorOf(readAll(odt))).toMatchObject({ params: { found: "odt" } });
  });
});

describe("workbooks of old Excel", () => {
  const book = (name: string) => {
    const made = XLSX.utils.book_new();
    XLSX.utils.book_append_sheet(made, XLSX.utils.aoa_to_sheet([["Nome"], [name]]), "A");
    return made;
  };
  const xls = (bookType: "biff8" | "biff5", name = "Ana"): Buffer =>
    Buffer.from(XLSX.write(book(name), { type: "buffer", bookType }));

  test("streams are found in any case", async () => {
    const container = XLSX.CFB.read(xls("biff8"), { type: "buffer" });
    const renamed = XLSX.CFB.utils.cfb_new();
    const content = XLSX.CFB.find(container, "Workbook")?.content;
    XLSX.CFB.utils.cfb_add(renamed, "/WORKBOOK", content);
    const file = Buffer.from(XLSX.CFB.write(renamed, { type: "buffer" }) as Uint8Array);
    expect((await read(file)).cells).toEqual([["Ana"]]);
  });

  test("texts of Excel 95 are read in the code page that the workbook names", async () => {
    const file = xls("biff5", "AAAA");
    const { FullPaths } = XLSX.CFB.read(file, { type: "buffer" });
    expect(FullPaths.some((path: string) => path.endsWith("Book"))).toBe(true);
    // The record of the code page (0x42, 2 bytes), now of Cyrillic; and four letters of it.
    const page = file.indexOf(Buffer.from([0x42, 0, 2, 0]));
    file.writeUInt16LE(1251, page + 4);
    file.write("\xc8\xe2\xe0\xed", file.indexOf("AAAA"), "latin1");
    expect((await read(file)).cells).toEqual([["Иван"]]);
  });

  test("a chain of sectors that goes in a circle ends at once", async () => {
    const file = xls("biff8", "x".repeat(30_000));
    const table = 512 * (1 + file.readUInt32LE(76));
    // Every sector of the workbook points at itself.
    for (let entry = 2; entry < 40; entry += 1) file.writeUInt32LE(entry, table + entry * 4);
    const printed = mock.method(console, "error");
    const started = performance.now();
    const error = await errorOf(readAll(await files.write(file)));
    // Of the records that this makes up.
    expect(printed.mock.callCount()).toBe(0);
    printed.mock.restore();
    expect(["fileDamaged", "fileTruncated", "noReadableSheet"]).toContain(error.code);
    expect(performance.now() - started).toBeLessThan(15_000);
  });
});

describe("texts that were encoded as UTF-8 twice", () => {
  const twice = (text: string) => Buffer.from(Buffer.from(text, "utf8").toString("latin1"), "utf8");
  const text = "Nome;Cidade\nPadaria São João;São Paulo\nJosé;açúcar\n";

  test("wait for a person, and are repaired if the person says so", async () => {
    const { inspection } = await readAll(await files.write(twice(text)), {
      acceptReplacement: true,
    });
    expect(inspection.doubt).toBeNull();
    const { cells } = await read(twice(text), { encoding: "utf-8-twice" });
    expect(cells).toEqual([
      ["Padaria São João", "São Paulo"],
      ["José", "açúcar"],
    ]);
    expect(await errorOf(read(twice(text)))).toMatchObject({
      code: "encodedTwice",
      params: { line: 2 },
    });
  });

  test("are not seen where capital letters only look like it", async () => {
    const { inspection } = await read("Nome\nSÃO JOÃO\nÂNGELA\nMAÇÃ Ã\n");
    expect(inspection.doubt).toBeNull();
  });
});

describe("files of records", () => {
  test("our own JSON Lines, and objects inside of them, become a table", async () => {
    const { inspection, rows } = await read(
      '{"legalName":"Padaria","tags":["a","b"],"paymentTermDays":30}\n\n{"legalName":"Bar","address":{"city":"Porto"}}\n',
    );
    expect(inspection.headers.map(({ text }) => text)).toEqual([
      "legalName",
      "tags",
      "paymentTermDays",
      "address.city",
    ]);
    expect(rows.map(({ cells }) => cells)).toEqual([
      ["Padaria", "a, b", "30", ""],
      ["Bar", "", "", "Porto"],
    ]);
    const broken = await files.write('{"legalName":"A"}\nnot json\n');
    expect(await errorOf(readAll(broken))).toEqual({ code: "jsonLine", params: { line: 2 } });
  });

  test("vCards of 2.1 and 3.0, folded, escaped and in quoted-printable", async () => {
    const { inspection, rows } = await read(
      [
        "BEGIN:VCARD",
        "VERSION:2.1",
        "FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Jo=C3=A3o =",
        "S=C3=A3o",
        "ORG:Padaria\\, Ltda;Vendas",
        "TEL;WORK;VOICE:11 3333-2222",
        "TEL;CELL:11 99999-2222",
        "END:VCARD",
        "BEGIN:VCARD",
        "VERSION:3.0",
        "FN:Bia",
        "item1.EMAIL;TYPE=work:bia@example.com",
        "ADR;TYPE=work:;;Rua A\\; 1;Porto;;4000-001;Portugal",
        "NOTE:um\\ndois",
        "  três",
        "END:VCARD",
      ].join("\r\n"),
    );
    const headers = inspection.headers.map(({ text }) => text);
    const named = rows.map(({ cells }) =>
      Object.fromEntries(cells.flatMap((cell, at) => (cell ? [[headers[at], cell]] : []))),
    );
    expect(named).toEqual([
      {
        Name: "João São",
        Company: "Padaria, Ltda",
        Department: "Vendas",
        Phone: "11 3333-2222",
        "Phone 2": "11 99999-2222",
      },
      {
        Name: "Bia",
        "E-mail": "bia@example.com",
        Street: "Rua A; 1",
        City: "Porto",
        "Postal code": "4000-001",
        Country: "Portugal",
        Notes: "um\ndois três",
      },
    ]);
  });
});
